using Microsoft.AspNetCore.Identity;
using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Passwords;

/// <param name="Temporary">The account's current temporary password,
/// if any: a wrong try counts on it as well (TEMP-5).</param>
/// <param name="ByTemporary">The session began with the temporary password, so that is the one asked for.</param>
/// <param name="Failure">The kind of event that a wrong one leaves.</param>
public sealed record OwnPasswordTry(PortalUser User, SignInState State, TemporaryPassword? Temporary, string Typed, bool ByTemporary,
    bool FromKnownBrowser, string Failure)
{
    /// <summary>What is compared: a temporary password without what came along when it was copied.</summary>
    public string Compared => ByTemporary ? CanonicalText.TemporaryPassword(Typed) : Typed;

    public AttemptSource Source => FromKnownBrowser ? AttemptSource.KnownBrowser : AttemptSource.Stranger;
}

/// <summary>What comparing the typed password came to, before anything was locked.</summary>
/// <param name="Against">The hash it was compared with; null where
/// there was none to compare with, and only time was spent.</param>
/// <param name="Renewed">A hash as they are made today, where the one
/// compared with is of another system or cheaper.</param>
public sealed record OwnPasswordVerdict(string? Against, bool IsRight, string? Renewed = null)
{
    public override string ToString() => nameof(OwnPasswordVerdict);
}

/// <summary>
/// The password of somebody who is signed in, asked once more. Wrong ones count like failed sign-ins, so that a stolen
/// session is no place to guess at leisure (CG-23). Compared first and counted afterwards under the account's lock, so
/// that nobody waits for a hash behind it; what the lockout does not allow any more by then is refused, whatever the
/// comparison said (LOCK-2).
/// </summary>
public sealed class OwnPassword(PasswordHashing hashing, AuditLog audit, AuditActor actor, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>Costs one hash, real or not, and one more where it is renewed; outside of any transaction.</summary>
    /// <param name="attempt">With the account as it was read a moment ago.</param>
    public OwnPasswordVerdict Compare(OwnPasswordTry attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        if (ComparedWith(attempt, attempt.State.ToLockout(), clock.GetUtcNow()) is not { } hash)
        {
            hashing.SpendTime(attempt.Typed);
            return new OwnPasswordVerdict(null, false);
        }

        var result = PasswordLimits.IsTooLong(attempt.Typed)
            ? PasswordVerificationResult.Failed
            : hashing.Verify(hash, attempt.Compared);
        return new OwnPasswordVerdict(hash, result != PasswordVerificationResult.Failed,
            result == PasswordVerificationResult.SuccessRehashNeeded && !attempt.ByTemporary ? hashing.Hash(attempt.Typed) : null);
    }

    /// <summary>The caller holds the account's row lock.</summary>
    /// <param name="attempt">With the account as it is under the lock.</param>
    /// <returns>Null where the comparison was with another password
    /// than the account has by now: compare again.</returns>
    public bool? IsRight(OwnPasswordTry attempt, OwnPasswordVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        ArgumentNullException.ThrowIfNull(verdict);
        var now = clock.GetUtcNow();
        var subject = AuditSubject.Of(attempt.User);
        var facts = LockoutLapse.Apply(attempt.State, subject, audit, now);
        if (ComparedWith(attempt, facts, now) is not { } hash)
        {
            audit.Record(attempt.Failure, subject, HasDied(attempt) ? "TemporaryPasswordDead"
                : LockoutRules.Check(facts, attempt.Source, now) is Gate.Open ? "NoPassword" : "Locked");
            return false;
        }

        if (hash != verdict.Against)
        {
            return null;
        }

        if (verdict.IsRight)
        {
            attempt.User.PasswordHash = verdict.Renewed ?? attempt.User.PasswordHash;
            ResetTries(attempt);
            return true;
        }

        audit.Record(attempt.Failure, subject, "WrongPassword");
        CountMiss(attempt, subject, now);
        return false;
    }

    /// <summary>
    /// The temporary password that the session began with is dead, whatever is typed: this page leads nowhere any more,
    /// and to somebody who came in with it that is no secret.
    /// </summary>
    /// <param name="attempt">As it is after <see cref="IsRight"/>.</param>
    public bool HasDied(OwnPasswordTry attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        return attempt.ByTemporary && LiveHash(attempt.Temporary, clock.GetUtcNow()) is null;
    }

    // Only consecutive misses end it, whatever becomes of the request that typed it right (TEMP-5).
    private static void ResetTries(OwnPasswordTry attempt)
    {
        if (attempt is { ByTemporary: true, Temporary: { } used })
        {
            TemporaryPasswords.Hit(used);
        }
    }

    private string? ComparedWith(OwnPasswordTry attempt, LockoutState facts, DateTimeOffset now)
    {
        var isOpen = LockoutRules.Check(facts, attempt.Source, now) switch
        {
            Gate.Open => true,
            Gate.Voided => attempt.ByTemporary,
            _ => false,
        };
        return !isOpen ? null : attempt.ByTemporary ? LiveHash(attempt.Temporary, now) : attempt.User.PasswordHash;
    }

    private void CountMiss(OwnPasswordTry attempt, AuditSubject subject, DateTimeOffset now)
    {
        if (attempt.Temporary is not null)
        {
            TemporaryPasswords.Miss(attempt.Temporary, tenant.Value.TemporaryPasswords, now, audit, subject);
        }

        FailureCount.Add(attempt.State, tenant.Value.Lockout, attempt.Source, now, actor.Address, audit, subject);
    }

    private string? LiveHash(TemporaryPassword? temporary, DateTimeOffset now) =>
        temporary is not null && TemporaryPasswordRules.IsLive(TemporaryPasswords.Facts(temporary), tenant.Value.TemporaryPasswords, now)
            ? temporary.Hash
            : null;
}
