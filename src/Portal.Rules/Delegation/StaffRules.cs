namespace Portal.Rules.Delegation;

/// <summary>What the provider's staff may do (ADMIN-11). Every rule refuses roles that are not staff.</summary>
public static class StaffRules
{
    /// <summary>May it see that tenant and look after its users?</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="tenantId">The tenant.</param>
    public static bool MaySeeTenant(StaffActor actor, Guid tenantId) => actor.Role switch
    {
        AccountRole.SystemAdministrator => true,
        AccountRole.TenantAdministrator or AccountRole.Agent => actor.TenantIds.Contains(tenantId),
        _ => false,
    };

    /// <summary>May it change that tenant's policies and brand? Tenant administrators and above.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="tenantId">The tenant.</param>
    public static bool MayChangePolicies(StaffActor actor, Guid tenantId) => IsAdministrator(actor.Role) && MaySeeTenant(actor, tenantId);

    /// <summary>
    /// May it give somebody of that tenant another e-mail address? Whoever gets the mails of an account gets into it,
    /// so agents do where the staff issues passwords, too, and administrators anyway.
    /// </summary>
    /// <param name="actor">Who acts, or decides on it.</param>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="issuesPasswords">Whether the tenant's staff issues temporary passwords.</param>
    public static bool MayChangeAddresses(StaffActor actor, Guid tenantId, bool issuesPasswords) =>
        MaySeeTenant(actor, tenantId) && (issuesPasswords || IsAdministrator(actor.Role));

    /// <summary>May it create tenants and switch them off? System administrators alone.</summary>
    /// <param name="actor">Who acts.</param>
    public static bool MayManageTenants(StaffActor actor) => actor.Role == AccountRole.SystemAdministrator;

    /// <summary>May it release a locked member of staff? System administrators alone, and not themselves.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="staffId">The locked member of staff.</param>
    public static bool MayReleaseStaff(StaffActor actor, Guid staffId) =>
        actor.Role == AccountRole.SystemAdministrator && actor.UserId != staffId;

    /// <summary>
    /// May the one role grant the other? Nobody grants more than they hold. Any staff grants customer roles; staff
    /// roles are granted by administrators, none above their own.
    /// </summary>
    /// <param name="own">The role of the one who grants.</param>
    /// <param name="granted">The role that is granted.</param>
    public static bool MayGrant(AccountRole own, AccountRole granted) =>
        IsStaff(granted) ? IsAdministrator(own) && granted <= own : IsStaff(own);

    /// <summary>
    /// May it make somebody staff of those tenants? The role as <see cref="MayGrant(AccountRole, AccountRole)"/>, and
    /// only tenants that are its own.
    /// </summary>
    /// <param name="actor">Who grants.</param>
    /// <param name="granted">The role that is granted.</param>
    /// <param name="tenantIds">The tenants it is granted for.</param>
    public static bool MayGrant(StaffActor actor, AccountRole granted, IReadOnlySet<Guid> tenantIds) =>
        MayGrant(actor.Role, granted) && tenantIds.All(tenantId => MaySeeTenant(actor, tenantId));

    private static bool IsStaff(AccountRole role) => role >= AccountRole.Agent;

    private static bool IsAdministrator(AccountRole role) => role >= AccountRole.TenantAdministrator;
}
