namespace Portal.Rules.Approvals;

/// <summary>
/// The acts for which a tenant's profile can ask a second person (ADMIN-11), by the names that profiles, rows and
/// events have for them.
/// </summary>
public static class ApprovableActs
{
    /// <summary>The staff takes the second factor of a customer's manager away.</summary>
    public const string RemoveManagerFactor = "remove-manager-factor";

    /// <summary>Somebody becomes an administrator of the staff, or one of more tenants.</summary>
    public const string GrantAdministrator = "grant-administrator";

    /// <summary>A tenant's policies are to protect less than they do.</summary>
    public const string WeakerPolicy = "weaker-policy";

    /// <summary>A tenant is switched off.</summary>
    public const string SuspendTenant = "suspend-tenant";

    /// <summary>The staff gives a customer's manager another e-mail address.</summary>
    public const string ChangeManagerEmail = "change-manager-email";

    /// <summary>All there are, in the order of the documentation.</summary>
    public static IReadOnlyList<string> All { get; } =
        [RemoveManagerFactor, GrantAdministrator, WeakerPolicy, SuspendTenant, ChangeManagerEmail];
}
