namespace Portal.Rules.Delegation;

/// <summary>One of the provider's staff who acts.</summary>
/// <param name="UserId">Its account in the staff realm.</param>
/// <param name="Role">Its role.</param>
/// <param name="TenantIds">The tenants it looks after; a system
/// administrator looks after all, whatever is listed.</param>
public sealed record StaffActor(Guid UserId, AccountRole Role, IReadOnlySet<Guid> TenantIds);
