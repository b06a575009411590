using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Shared;

/// <param name="Name">Empty where only the ID is known.</param>
/// <param name="Until">When the lock ends by itself; null = never.</param>
/// <param name="IsVoid">The password is dead; nothing can be released (LOCK-3).</param>
public sealed record LockedUser(
    PortalTenant Tenant, Guid Id, string LoginId, string Name, string Phone, string? Contract, DateTimeOffset Since,
    DateTimeOffset? Until, bool IsVoid, int Failures, IReadOnlyList<FailureAddress> Addresses)
{
    public string Called => Name.Length > 0 ? Name : LoginId;

    public UserKey Key => new(Tenant.Slug, Id);

    public string Path => StaffPaths.User(Tenant.Slug, Id);

    public bool CanRelease => !IsVoid && StaffActs.AreOffered(Tenant, DelegatedAct.ReleaseLockout);

    public bool CanIssuePassword => StaffActs.AreOffered(Tenant, DelegatedAct.IssueTemporaryPassword);

    /// <summary>What lets the person in again, for whoever may do it; null where that is left to others.</summary>
    public DelegatedAct? Way => CanRelease ? DelegatedAct.ReleaseLockout
        : IsVoid && CanIssuePassword ? DelegatedAct.IssueTemporaryPassword
        : null;
}
