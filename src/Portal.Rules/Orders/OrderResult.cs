namespace Portal.Rules.Orders;

/// <summary>What became of an application (ORDER-5): one of the two facts that its status holds.</summary>
public enum OrderResult
{
    /// <summary>The provider has not decided yet.</summary>
    Received,

    /// <summary>The provider takes it, whatever comes after.</summary>
    Accepted,

    /// <summary>The provider cannot.</summary>
    Failed,

    /// <summary>The customer took a cancellation back.</summary>
    Withdrawn,
}

/// <summary>How far the goods of an accepted order are (ORDER-5): the other fact.</summary>
public enum OrderConfirmation
{
    /// <summary>The provider gets them.</summary>
    Arranging,

    /// <summary>They are on their way.</summary>
    Arranged,
}
