namespace Portal.Rules.Orders;

/// <summary>What a customer applies for (ORDER-6).</summary>
public enum OrderKind
{
    /// <summary>To be told the price in writing.</summary>
    Quote,

    /// <summary>To rent.</summary>
    Order,

    /// <summary>To give something back, all or in part.</summary>
    Cancellation,
}
