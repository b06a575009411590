using Microsoft.AspNetCore.Identity;
using Portal.Rules.Passwords;
using Portal.Rules.SignIn;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.SignIn;

/// <summary>
/// What a refused password leaves: its true reason in the log, and a failure on the account where it counts.
/// </summary>
public sealed class SignInRefusals(
    PasswordHashing hashing, TypedIds typed, AuditLog audit, AuditActor actor, CurrentTenant tenant)
{
    /// <summary>What a refusal costs beside the evaluation, whoever is refused.</summary>
    public int Hashes => tenant.Value.Lockout.RepeatedGuessCountsOnce ? 2 : 0;

    internal SignInOutcome.Refused Refuse(PasswordAttempt attempt, SignInDecision.Refused refused)
    {
        var subject = attempt.User is { } user ? AuditSubject.Of(user) : typed.Subject(attempt.Request.Door, attempt.Request.Identifier);
        var details = new { door = attempt.Request.Door.Key, source = attempt.Source.ToString() };
        audit.Record(AuditKinds.SignInFailed, subject, refused.Reason.ToString(), details);
        var counted = refused.CountsAsFailure ? attempt.State : null;
        var repeated = IsRepeatedGuess(attempt, counted);
        if (counted is not null)
        {
            CountFailure(attempt, counted, subject, repeated);
        }

        return new SignInOutcome.Refused();
    }

    private void CountFailure(PasswordAttempt attempt, SignInState row, AuditSubject subject, bool repeated)
    {
        if (attempt.Temporary is { EndedAt: null } temporary)
        {
            TemporaryPasswords.Miss(temporary, tenant.Value.TemporaryPasswords, attempt.Now, audit, subject);
        }

        if (!repeated)
        {
            FailureCount.Add(row, tenant.Value.Lockout, attempt.Source, attempt.Now, actor.Address, audit, subject);
        }
    }

    /// <summary>
    /// Policy "a repeated wrong password counts once" (LOCK-6): the hash of the last
    /// wrong guess is kept, never the guess. It costs the same two hashes where
    /// nothing is kept, because there is no such account or it is locked (LOGIN-2).
    /// </summary>
    private bool IsRepeatedGuess(PasswordAttempt attempt, SignInState? row)
    {
        var password = attempt.Request.Password;
        if (!tenant.Value.Lockout.RepeatedGuessCountsOnce || PasswordLimits.IsTooLong(password))
        {
            return false;
        }

        var repeated = IsLastGuess(row?.LastGuessHash, password);
        var hash = hashing.Hash(password);
        if (row is not null)
        {
            row.LastGuessHash = hash;
        }

        return repeated;
    }

    private bool IsLastGuess(string? last, string password)
    {
        if (last is null)
        {
            hashing.SpendTime(password);
            return false;
        }

        return hashing.Verify(last, password) != PasswordVerificationResult.Failed;
    }
}
