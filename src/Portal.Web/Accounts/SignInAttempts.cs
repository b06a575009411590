using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Rules.SignIn;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Accounts;

/// <summary>
/// The part of a sign-in between password and second factor: a row bound to this browser's cookie and to the account's
/// security stamp, ended 15 minutes after the password whatever happens in it (LOGIN-4, F9).
/// </summary>
public sealed class SignInAttempts(
    PortalDbContext db,
    AccountLock accountLock,
    SessionService sessions,
    PasswordHashing hashing,
    AuditLog audit,
    AuditActor actor,
    CurrentTenant tenant,
    TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private SecondFactorProfile Policy => tenant.Value.Profile.SecondFactor;

    /// <returns>The token for the attempt cookie.</returns>
    public Task<string> StartAsync(PortalUser user, ChangeReason? then, string? returnUrl, bool fromKnownBrowser)
    {
        ArgumentNullException.ThrowIfNull(user);
        var token = Tokens.Create();
        var now = clock.GetUtcNow();
        db.SignInAttempts.Add(new SignInAttempt
        {
            Id = Guid.CreateVersion7(),
            TokenHash = Tokens.Hash(token),
            UserId = user.Id,
            SecurityStamp = user.SecurityStamp!,
            CreatedAt = now,
            ExpiresAt = now + Life,
            ChangeReason = then?.ToString(),
            ReturnUrl = returnUrl,
            FromKnownBrowser = fromKnownBrowser,
        });
        return Task.FromResult(token);
    }

    /// <summary>The live attempt of a cookie's token, with its user; null when it is over, of another state of the account, or nobody's.</summary>
    public async Task<SignInAttempt?> FindAsync(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var hash = Tokens.Hash(token);
        var now = clock.GetUtcNow();
        var attempt = await db.SignInAttempts.Include(row => row.User!.Contract).SingleOrDefaultAsync(row => row.TokenHash == hash && row.EndedAt == null && row.ExpiresAt > now);
        return attempt is { User: { DisabledAt: null } user } && user.SecurityStamp == attempt.SecurityStamp ? attempt : null;
    }

    /// <summary>A new code replaces the former and leaves the count of tries as it is (MF-07).</summary>
    public async Task<CodeOutcome> SendCodeAsync(SignInAttempt attempt)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var now = clock.GetUtcNow();
        if (attempt.CodeSentAt is { } sent && sent.AddSeconds(Policy.ResendSeconds) is var next && now < next)
        {
            return new CodeOutcome.TooSoon(next - now);
        }

        var sinceAnHour = now.AddHours(-1);
        var codes = await db.SignInAttempts.Where(row => row.UserId == attempt.UserId && row.CreatedAt > sinceAnHour).SumAsync(row => row.CodesSent);
        if (codes >= Policy.CodesPerHour * 2 || attempt.CodesSent >= Policy.CodesPerHour)
        {
            return new CodeOutcome.TooMany();
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        (attempt.CodeHash, attempt.CodeSentAt, attempt.CodeExpiresAt) = (hashing.Hash(code), now, Earlier(now.AddMinutes(Policy.CodeMinutes), attempt.ExpiresAt));
        attempt.CodesSent++;
        audit.Record(AuditKinds.SignInCodeSent, AuditSubject.Of(attempt.User!));
        return new CodeOutcome.Sent(code, attempt.CodeExpiresAt.Value);
    }

    /// <summary>Checks a code; five wrong ones end the attempt, ten of an account within an hour lock it (MFA-4, MFA-5).</summary>
    public async Task<CodeOutcome> EnterCodeAsync(SignInAttempt attempt, string typed)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        var state = await accountLock.TakeAsync(attempt.UserId);
        await db.Entry(attempt).ReloadAsync();
        var now = clock.GetUtcNow();
        if (state is null || attempt.EndedAt is not null || now >= attempt.ExpiresAt)
        {
            return new CodeOutcome.Over();
        }

        if (LockoutRules.Check(AccountLock.Facts(state), Source(attempt), now) is not Gate.Open || attempt.CodeTries >= Policy.CodeTries)
        {
            attempt.EndedAt = now;
            return new CodeOutcome.Over();
        }

        if (attempt.CodeHash is null || now >= attempt.CodeExpiresAt)
        {
            return new CodeOutcome.Expired();
        }

        var code = CanonicalText.OneTimeCode(typed);
        if (code is null || hashing.Verify(attempt.CodeHash, code) == PasswordVerificationResult.Failed)
        {
            return await MissAsync(attempt, state, now);
        }

        attempt.EndedAt = now;
        ChangeReason? change = attempt.ChangeReason is { } text ? Enum.Parse<ChangeReason>(text) : null;
        var admitted = await new Admission(sessions, audit, actor, clock).AdmitAsync(attempt.User!, state, Source(attempt), change);
        return new CodeOutcome.Right(admitted);
    }

    private async Task<CodeOutcome> MissAsync(SignInAttempt attempt, SignInState state, DateTimeOffset now)
    {
        attempt.CodeTries++;
        var subject = AuditSubject.Of(attempt.User!);
        audit.Record(AuditKinds.SignInCodeFailed, subject, details: new { tries = attempt.CodeTries });
        if (await CountInHourAsync(attempt.UserId, now) >= Policy.FailuresPerHour)
        {
            var until = tenant.Value.Lockout.Mode == LockoutMode.Timed ? now + tenant.Value.Lockout.Duration : (DateTimeOffset?)null;
            (state.StrangerLockedAt, state.StrangerLockedUntil, state.KnownLockedAt, state.KnownLockedUntil) = (now, until, now, until);
            audit.Record(AuditKinds.Locked, subject, "Codes", new { failures = Policy.FailuresPerHour, until });
            attempt.EndedAt = now;
        }

        var left = Policy.CodeTries - attempt.CodeTries;
        if (left <= 0)
        {
            attempt.EndedAt = now;
        }

        return attempt.EndedAt is null ? new CodeOutcome.Wrong(left) : new CodeOutcome.Over();
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

    private static AttemptSource Source(SignInAttempt attempt) => attempt.FromKnownBrowser ? AttemptSource.KnownBrowser : AttemptSource.Stranger;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

public abstract record CodeOutcome
{
    private CodeOutcome()
    {
    }

    /// <param name="Code">For the mail; nothing else may keep it.</param>
    public sealed record Sent(string Code, DateTimeOffset ValidUntil) : CodeOutcome;

    public sealed record TooSoon(TimeSpan Wait) : CodeOutcome;

    public sealed record TooMany : CodeOutcome;

    public sealed record Right(SignInOutcome.Admitted Admitted) : CodeOutcome;

    public sealed record Wrong(int TriesLeft) : CodeOutcome;

    public sealed record Expired : CodeOutcome;

    /// <summary>The attempt has ended; sign-in starts again.</summary>
    public sealed record Over : CodeOutcome;
}
