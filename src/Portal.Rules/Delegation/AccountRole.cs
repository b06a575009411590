namespace Portal.Rules.Delegation;

/// <summary>What an account is, to those who manage it.</summary>
public enum AccountRole
{
    /// <summary>A customer's user: child operator, contract user, number.</summary>
    Member,

    /// <summary>A manager of one contract: parent operator, contract administrator, administrator ID.</summary>
    Manager,

    /// <summary>
    /// A manager over administrator IDs, of no contract itself; in the place of one that it has opened it is that one
    /// (LINK-5).
    /// </summary>
    LinkedManager,

    /// <summary>The provider's staff: looks after users.</summary>
    Agent,

    /// <summary>The provider's staff: also policies and audit log of its tenants.</summary>
    TenantAdministrator,

    /// <summary>The provider's staff: everything, in every tenant.</summary>
    SystemAdministrator,
}
