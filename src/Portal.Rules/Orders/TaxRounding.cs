namespace Portal.Rules.Orders;

/// <summary>
/// What becomes of the fraction of a yen in a tax amount; which of them is the seller's choice, and the same for all
/// its documents.
/// </summary>
public enum TaxRounding
{
    /// <summary>Fractions are dropped, as most sellers do.</summary>
    Down,

    /// <summary>Half a yen and more is one.</summary>
    HalfUp,

    /// <summary>Any fraction is one.</summary>
    Up,
}
