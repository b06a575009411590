using Microsoft.AspNetCore.Identity;
using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.SignIn;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Accounts;

/// <param name="Temporary">The account's current temporary password, if any: a wrong try counts on it as well (TEMP-5).</param>
/// <param name="ByTemporary">The session began with the temporary password, so that is the one asked for.</param>
/// <param name="Failure">The kind of event that a wrong one leaves.</param>
public sealed record OwnPasswordTry(PortalUser User, SignInState State, TemporaryPassword? Temporary, string Typed, bool ByTemporary, bool FromKnownBrowser, string Failure)
{
    /// <summary>What is compared: a temporary password without what came along when it was copied.</summary>
    public string Compared => ByTemporary ? CanonicalText.TemporaryPassword(Typed) : Typed;

    public AttemptSource Source => FromKnownBrowser ? AttemptSource.KnownBrowser : AttemptSource.Stranger;
}

/// <summary>
/// The password of somebody who is signed in, asked once more. Wrong ones count like failed sign-ins, so that a stolen
/// session is no place to guess at leisure (CG-23).
/// </summary>
public sealed class OwnPassword(PasswordHashing hashing, AuditLog audit, AuditActor actor, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>The caller holds the account's row lock.</summary>
    public bool IsRight(OwnPasswordTry attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var now = clock.GetUtcNow();
        var subject = AuditSubject.Of(attempt.User);
        var facts = LockoutLapse.Apply(attempt.State, subject, audit, now);
        var hash = attempt.ByTemporary ? LiveHash(attempt.Temporary, now) : attempt.User.PasswordHash;
        var lockGate = LockoutRules.Check(facts, attempt.Source, now);
        if (hash is null || lockGate is Gate.Locked || (lockGate is Gate.Voided && !attempt.ByTemporary))
        {
            hashing.SpendTime(attempt.Typed);
            audit.Record(attempt.Failure, subject, lockGate is Gate.Open ? "NoPassword" : "Locked");
            return false;
        }

        if (!PasswordLimits.IsTooLong(attempt.Typed) && hashing.Verify(hash, attempt.Compared) != PasswordVerificationResult.Failed)
        {
            return true;
        }

        audit.Record(attempt.Failure, subject, "WrongPassword");
        CountMiss(attempt, subject, now);
        return false;
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
        temporary is not null && TemporaryPasswordRules.IsLive(TemporaryPasswords.Facts(temporary), tenant.Value.TemporaryPasswords, now) ? temporary.Hash : null;
}
