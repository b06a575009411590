namespace Portal.Rules.Delegation;

/// <summary>What a member of the staff holds: one role, for the tenants it looks after.</summary>
/// <param name="Role">Its role.</param>
/// <param name="TenantIds">Its tenants; a system administrator looks after all, whatever is listed.</param>
public sealed record StaffRights(AccountRole Role, IReadOnlySet<Guid> TenantIds);
