using Portal.Rules.Lockout;
using Portal.Rules.TemporaryPasswords;

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

    /// <summary>Since when anything has been locked or void, computed by the database: lists of locked accounts read an index instead of every account.</summary>
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
        new SourceState(StrangerFailures, StrangerLockedAt, StrangerLockedUntil), new SourceState(KnownFailures, KnownLockedAt, KnownLockedUntil), TotalFailures, Locks, VoidedAt);

    /// <summary>What the rules decided.</summary>
    public void Store(LockoutState lockout)
    {
        ArgumentNullException.ThrowIfNull(lockout);
        (StrangerFailures, StrangerLockedAt, StrangerLockedUntil) = (lockout.Stranger.Failures, lockout.Stranger.LockedAt, lockout.Stranger.LockedUntil);
        (KnownFailures, KnownLockedAt, KnownLockedUntil) = (lockout.Known.Failures, lockout.Known.LockedAt, lockout.Known.LockedUntil);
        (TotalFailures, Locks, VoidedAt) = (lockout.TotalFailures, lockout.Locks, lockout.VoidedAt);
    }
}

public sealed class TemporaryPassword : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public Guid UserId { get; set; }

    public required string Hash { get; set; }

    public TemporaryPasswordOrigin Origin { get; set; }

    public DateTimeOffset IssuedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public int WrongTries { get; set; }

    /// <summary>Null while it is the account's current one; a filtered unique index allows one such row an account.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>
/// Somebody asked for a temporary password by mail. Every request leaves such a row, matching or not; the worker decides,
/// so that neither the answer nor its time tells whether the details were right (EN-03).
/// </summary>
public sealed class RecoveryRequest : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    /// <summary>What was typed, encrypted; erased once handled.</summary>
    public byte[]? ProtectedForm { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? HandledAt { get; set; }

    public string? Address { get; set; }

    public string? Browser { get; set; }

    public required string CorrelationId { get; set; }
}

/// <summary>Requests and mismatches on the road to a temporary password by mail (TEMP-1).</summary>
public sealed class RecoveryRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public long Attempts { get; set; }

    public int Mismatches { get; set; }

    public DateTimeOffset? BlockedUntil { get; set; }

    public DateTimeOffset? WindowStart { get; set; }

    public int RequestsInWindow { get; set; }

    /// <summary>The last reset that was completed; further ones wait as the policy says (RESET-2, TR-14).</summary>
    public DateTimeOffset? LastResetAt { get; set; }
}

/// <summary>Failures from one network address in one window, over all tenants and accounts (LOCK-8).</summary>
public sealed class AddressWindow
{
    public required string AddressKey { get; set; }

    public DateTimeOffset WindowStart { get; set; }

    public int Failures { get; set; }
}

public enum SessionState
{
    Full,

    /// <summary>Serves the forced change and sign-out alone (TEMP-6).</summary>
    ChangeOnly,

    /// <summary>Serves the set-up of a second factor and sign-out alone, because the policy demands a factor and the account has none (MFA-7).</summary>
    EnrolOnly,
}

/// <summary>What a session was started with, beside a password or instead of it.</summary>
public enum SignInMethod
{
    Password,
    App,
    EmailCode,
    RecoveryCode,
    Passkey,
    TrustedBrowser,
}

/// <summary>A signed-in browser. The cookie carries a random id; only its hash is stored (SE-15).</summary>
public sealed class Session : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required byte[] SidHash { get; set; }

    public Guid UserId { get; set; }

    public PortalUser? User { get; set; }

    public required string SecurityStamp { get; set; }

    public SessionState State { get; set; }

    /// <summary>Why only a change is allowed: a <see cref="Portal.Rules.SignIn.ChangeReason"/> by name.</summary>
    public string? ChangeReason { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>When the user last proved to be itself; sensitive acts ask again after ten minutes (MFA-6).</summary>
    public DateTimeOffset ProvenAt { get; set; }

    /// <summary>How the user proved to be itself when the session began.</summary>
    public SignInMethod Method { get; set; }

    /// <summary>When a second factor was proven in this session; a policy that begins to ask for one asks the sessions without it (MF-15).</summary>
    public DateTimeOffset? FactorProvenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string? EndReason { get; set; }

    public string? Address { get; set; }

    public string? Browser { get; set; }

    public DateTimeOffset? PreviousSignInAt { get; set; }

    public string? PreviousAddress { get; set; }

    public string? PreviousBrowser { get; set; }

    public int FailuresBefore { get; set; }
}

/// <summary>A sign-in between the password and the second factor; ends 15 minutes after the password, whatever happens in it (LOGIN-4).</summary>
public sealed class SignInAttempt : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid Id { get; set; }

    public required byte[] TokenHash { get; set; }

    public Guid UserId { get; set; }

    public PortalUser? User { get; set; }

    public required string SecurityStamp { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public string? ChangeReason { get; set; }

    public string? ReturnUrl { get; set; }

    public bool FromKnownBrowser { get; set; }

    public string? CodeHash { get; set; }

    /// <summary>Hashes of the codes before it, so that who types one is told which mail it came from.</summary>
    public string? FormerCodeHashes { get; set; }

    public DateTimeOffset? CodeSentAt { get; set; }

    public DateTimeOffset? CodeExpiresAt { get; set; }

    public int CodesSent { get; set; }

    /// <summary>Wrong codes of any kind in this attempt.</summary>
    public int CodeTries { get; set; }

    /// <summary>The owner was told that somebody knows the password but not the second factor (MF-22).</summary>
    public DateTimeOffset? OwnerToldAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>Wrong codes of one account; a count of its own beside the password's (MFA-5).</summary>
public sealed class CodeFailureRow : ITenantOwned
{
    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public DateTimeOffset WindowStart { get; set; }

    public int Failures { get; set; }
}
