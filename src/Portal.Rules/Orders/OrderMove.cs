namespace Portal.Rules.Orders;

/// <summary>What moves an application.</summary>
public enum OrderMove
{
    /// <summary>The provider takes it.</summary>
    Accept,

    /// <summary>The provider does not.</summary>
    Fail,

    /// <summary>The provider has arranged the goods.</summary>
    Arrange,

    /// <summary>The customer takes it back.</summary>
    Withdraw,
}
