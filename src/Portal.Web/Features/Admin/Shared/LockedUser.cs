using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.Text.Counting;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Shared;

/// <param name="Name">Empty where only the ID is known.</param>
/// <param name="Until">When the lock ends by itself; null = never.</param>
/// <param name="IsVoid">The password is dead; nothing can be released (LOCK-3).</param>
public sealed record LockedUser(
    PortalTenant Tenant, Guid Id, string LoginId, string Name, string Phone, string? Contract, DateTimeOffset Since,
    DateTimeOffset? Until, bool IsVoid, int Failures, IReadOnlyList<FailureAddress> Addresses)
{
    public LockCause Cause { get; init; }

    /// <summary>What tells it from others of the same ID.</summary>
    public required string SignsInWith { get; init; }

    public string Called => Name.Length > 0 ? Name : LoginId;

    /// <summary>What locked it, in words (ADMIN-1).</summary>
    public string Why(IStringLocalizer<AdminText> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Cause == LockCause.Passwords
            ? text[CountedKey.Of("FailureCount", Failures), Failures].Value
            : text["LockedBy." + Cause].Value;
    }

    public UserKey Key => new(Tenant.Slug, Id);

    public string Path => StaffPaths.User(Tenant.Slug, Id);

    public bool CanRelease => !IsVoid && StaffActs.AreOffered(Tenant, DelegatedAct.ReleaseLockout);

    public bool CanIssuePassword => StaffActs.AreOffered(Tenant, DelegatedAct.IssueTemporaryPassword);

    /// <summary>What lets the person in again, for whoever may do it; null where that is left to others.</summary>
    public DelegatedAct? Way => CanRelease ? DelegatedAct.ReleaseLockout
        : IsVoid && CanIssuePassword ? DelegatedAct.IssueTemporaryPassword
        : null;
}
