using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Rules.SecondFactors;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>
/// Wrong codes: some end the sign-in, ten of an account within an hour lock it, and a hundred without a success make
/// its password void, so that patience wins nothing (MFA-5, MF-04, MF-05). Whoever gets here knows the password: the
/// owner is told (MF-22).
/// </summary>
public sealed class CodeFailures(PortalDbContext db, AuditLog audit, CurrentTenant tenant)
{
    private SecondFactorProfile Policy => tenant.Value.Profile.SecondFactor;

    /// <summary>The caller holds the account's row lock.</summary>
    internal async Task<CodeOutcome> AddAsync(SignInAttempt attempt, SignInState state, FactorMethod method, int guesses,
        DateTimeOffset now)
    {
        attempt.CodeTries++;
        var subject = AuditSubject.Of(attempt.User!);
        Record(attempt, method, subject, now);
        CountForGood(state, guesses, subject, now);
        if (await CountInHourAsync(attempt.UserId, now) >= Policy.FailuresPerHour)
        {
            Lock(state, subject, now);
        }

        var left = Policy.CodeTries - attempt.CodeTries;
        if (left <= 0 || LockoutRules.IsLocked(state.ToLockout(), now))
        {
            attempt.EndedAt = now;
        }

        return attempt.EndedAt is null ? new CodeOutcome.Wrong(left) : new CodeOutcome.Over();
    }

    private void Record(SignInAttempt attempt, FactorMethod method, AuditSubject subject, DateTimeOffset now)
    {
        var tell = attempt.OwnerToldAt is null;
        attempt.OwnerToldAt ??= now;
        audit.Record(
            method == FactorMethod.EmailCode ? AuditKinds.SignInCodeFailed : AuditKinds.SecondFactorFailed,
            subject,
            details: new { method = method.ToString(), tries = attempt.CodeTries, first = tell });
    }

    private void CountForGood(SignInState state, int guesses, AuditSubject subject, DateTimeOffset now)
    {
        var (counted, effect) = LockoutRules.FailCode(state.ToLockout(), guesses, now);
        state.Store(counted);
        if (effect is FailureEffect.VoidedNow)
        {
            audit.Record(AuditKinds.PasswordVoided, subject, "Codes", new { failures = counted.TotalFailures });
        }
    }

    private void Lock(SignInState state, AuditSubject subject, DateTimeOffset now)
    {
        var until = tenant.Value.Lockout.Mode == LockoutMode.Timed ? now + tenant.Value.Lockout.Duration : (DateTimeOffset?)null;
        state.Store(LockoutRules.LockAll(LockoutLapse.Apply(state, subject, audit, now), until, now));
        audit.Record(AuditKinds.Locked, subject, "Codes", new { failures = Policy.FailuresPerHour, until });
    }

    private async Task<int> CountInHourAsync(Guid userId, DateTimeOffset now)
    {
        var row = await db.CodeFailures.SingleOrDefaultAsync(found => found.UserId == userId);
        if (row is null)
        {
            row = new CodeFailureRow { UserId = userId, WindowStart = now };
            db.CodeFailures.Add(row);
        }
        else if (now - row.WindowStart >= TimeSpan.FromHours(1))
        {
            (row.WindowStart, row.Failures) = (now, 0);
        }

        return ++row.Failures;
    }
}
