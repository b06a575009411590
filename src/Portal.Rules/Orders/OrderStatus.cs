namespace Portal.Rules.Orders;

/// <summary>Where an application stands: its result and, of an order, its confirmation (ORDER-5).</summary>
public enum OrderStatus
{
    /// <summary>The provider has not decided yet.</summary>
    Received,

    /// <summary>The provider takes it.</summary>
    Accepted,

    /// <summary>The provider cannot; the customer is asked to get in touch.</summary>
    Failed,

    /// <summary>The goods are on their way: an order that was accepted before.</summary>
    Arranged,

    /// <summary>The customer took a cancellation back before it was accepted.</summary>
    Withdrawn,
}
