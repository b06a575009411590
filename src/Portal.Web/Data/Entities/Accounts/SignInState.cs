using Portal.Rules.Lockout;

namespace Portal.Web.Data.Entities;

/// <summary>
/// The failure counts and locks of one account. Its row lock is what makes attempts on one account take turns,
/// on every node: whoever evaluates a password holds it (LOCK-2).
/// </summary>
public sealed class SignInState : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>Raised by the statement that takes the row lock.</summary>
    public long Attempts { get; set; }

    public int StrangerFailures { get; set; }

    public DateTimeOffset? StrangerLockedAt { get; set; }

    public DateTimeOffset? StrangerLockedUntil { get; set; }

    public int KnownFailures { get; set; }

    public DateTimeOffset? KnownLockedAt { get; set; }

    public DateTimeOffset? KnownLockedUntil { get; set; }

    public int TotalFailures { get; set; }

    public int Locks { get; set; }

    public DateTimeOffset? VoidedAt { get; set; }

    /// <summary>
    /// Since when anything has been locked or void, computed by the database: lists of locked accounts read an index
    /// instead of every account.
    /// </summary>
    public DateTimeOffset? LockedSince { get; private set; }

    /// <summary>Hash of the last wrong guess, only where the policy counts a repeated one once (LOCK-6).</summary>
    public string? LastGuessHash { get; set; }

    /// <summary>Addresses of the failures since the last success, newest last, at most ten.</summary>
    public string FailureAddresses { get; set; } = "";

    public DateTimeOffset? LastSignInAt { get; set; }

    public string? LastSignInAddress { get; set; }

    public string? LastSignInBrowser { get; set; }

    /// <summary>The facts that the rules decide on.</summary>
    public LockoutState ToLockout() => new(
        new SourceState(StrangerFailures, StrangerLockedAt, StrangerLockedUntil),
            new SourceState(KnownFailures, KnownLockedAt, KnownLockedUntil), TotalFailures, Locks, VoidedAt);

    /// <summary>What the rules decided.</summary>
    public void Store(LockoutState lockout)
    {
        ArgumentNullException.ThrowIfNull(lockout);
        (StrangerFailures, StrangerLockedAt, StrangerLockedUntil) =
            (lockout.Stranger.Failures, lockout.Stranger.LockedAt, lockout.Stranger.LockedUntil);
        (KnownFailures, KnownLockedAt, KnownLockedUntil) = (lockout.Known.Failures, lockout.Known.LockedAt, lockout.Known.LockedUntil);
        (TotalFailures, Locks, VoidedAt) = (lockout.TotalFailures, lockout.Locks, lockout.VoidedAt);
    }
}
