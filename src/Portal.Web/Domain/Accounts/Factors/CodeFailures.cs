using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Rules.SecondFactors;
using Portal.Rules.SignIn;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>
/// Wrong codes: some end the sign-in, ten of an account within an hour lock it as wrong passwords would, and a hundred
/// without a success make its password void, so that patience wins nothing (MFA-5, MF-04, MF-05). Whoever gets here
/// knows the password: the owner is told (MF-22).
/// </summary>
public sealed class CodeFailures(PortalDbContext db, AuditLog audit, CurrentTenant tenant)
{
    private SecondFactorProfile Policy => tenant.Value.Profile.SecondFactor;

    /// <summary>The caller holds the account's row lock.</summary>
    internal async Task<CodeOutcome> AddAsync(SignInAttempt attempt, SignInState state, FactorMethod method, CodeCheck wrong,
        DateTimeOffset now)
    {
        attempt.CodeTries++;
        var subject = AuditSubject.Of(attempt.User!);
        Record(attempt, method, wrong, subject, now);
        CountForGood(state, wrong.Guesses, subject, now);
        if (await CountInHourAsync(attempt.UserId, now) >= Policy.FailuresPerHour)
        {
            await LockAsync(state, subject, now);
        }

        var left = Policy.CodeTries - attempt.CodeTries;
        if (left <= 0 || LockoutRules.IsLocked(state.ToLockout(), now))
        {
            attempt.EndedAt = now;
        }

        return attempt.EndedAt is null ? new CodeOutcome.Wrong(left) : new CodeOutcome.Over();
    }

    /// <summary>
    /// Success resets the temporary password that was used (TEMP-5), and the sign-in is one only now: after the
    /// password alone, wrong ones in between would never have been consecutive.
    /// </summary>
    internal async Task ResetTemporaryPasswordAsync(SignInAttempt attempt)
    {
        // One that was issued after the password step is not the one used.
        if (attempt.ChangeReason == nameof(ChangeReason.TemporaryPassword) && await db.TemporaryPasswords.SingleOrDefaultAsync(row =>
            row.UserId == attempt.UserId && row.EndedAt == null && row.IssuedAt <= attempt.CreatedAt) is { } used)
        {
            TemporaryPasswords.Hit(used);
        }
    }

    private void Record(SignInAttempt attempt, FactorMethod method, CodeCheck wrong, AuditSubject subject, DateTimeOffset now)
    {
        var tell = attempt.OwnerToldAt is null;
        attempt.OwnerToldAt ??= now;
        audit.Record(
            method == FactorMethod.EmailCode ? AuditKinds.SignInCodeFailed : AuditKinds.SecondFactorFailed,
            subject,
            wrong.Reason,
            new { method = method.ToString(), tries = attempt.CodeTries, first = tell, why = wrong.Why });
    }

    private void CountForGood(SignInState state, int guesses, AuditSubject subject, DateTimeOffset now)
    {
        var (counted, effect) = LockoutRules.FailCode(state.ToLockout(), guesses, now);
        state.Store(counted);
        if (effect is FailureEffect.VoidedNow)
        {
            audit.Record(AuditKinds.PasswordVoided, subject, LockCauses.Codes, new { failures = counted.TotalFailures });
        }
    }

    private async Task LockAsync(SignInState state, AuditSubject subject, DateTimeOffset now)
    {
        var (locked, effect) = LockoutRules.LockByCodes(LockoutLapse.Apply(state, subject, audit, now), tenant.Value.Lockout, now);
        state.Store(locked);
        switch (effect)
        {
            case FailureEffect.LockedNow lockedNow:
                audit.Record(AuditKinds.Locked, subject, LockCauses.Codes,
                    new { failures = Policy.FailuresPerHour, until = lockedNow.Until });
                break;
            case FailureEffect.VoidedNow:
                audit.Record(AuditKinds.PasswordVoided, subject, LockCauses.Codes, new { failures = locked.TotalFailures });
                break;
            default:
                break;
        }

        if (locked.VoidedAt is not null)
        {
            await EndTemporaryPasswordAsync(state.UserId, subject, now);
        }
    }

    /// <summary>
    /// Where the password is void, nothing locks who has a temporary one: it dies, or codes were guessed for as long as
    /// it lives.
    /// </summary>
    private async Task EndTemporaryPasswordAsync(Guid userId, AuditSubject subject, DateTimeOffset now)
    {
        if (await db.TemporaryPasswords.SingleOrDefaultAsync(row => row.UserId == userId && row.EndedAt == null) is { } current)
        {
            TemporaryPasswords.End(current, now, audit, subject, LockCauses.Codes);
        }
    }

    private async Task<int> CountInHourAsync(Guid userId, DateTimeOffset now)
    {
        var row = await db.CodeFailures.SingleOrDefaultAsync(found => found.UserId == userId);
        if (row is null)
        {
            row = new CodeFailureRow { UserId = userId, WindowStart = now };
            db.CodeFailures.Add(row);
        }
        else if (now - row.WindowStart >= TimeSpan.FromHours(1) || row.Failures >= Policy.FailuresPerHour)
        {
            // What has locked the account has done its work: whoever gets here again does after that lock's end, and
            // its end, by whatever means, begins the count anew (LOCK-4).
            (row.WindowStart, row.Failures) = (now, 0);
        }

        return ++row.Failures;
    }
}
