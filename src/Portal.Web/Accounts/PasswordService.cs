using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Rules.Passwords;
using Portal.Rules.SignIn;
using Portal.Rules.TemporaryPasswords;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Accounts;

/// <param name="Session">The session the change is asked from.</param>
public sealed record PasswordChangeRequest(Session Session, string Current, string New, bool FromKnownBrowser);

public abstract record PasswordChangeOutcome
{
    private PasswordChangeOutcome()
    {
    }

    /// <param name="Sid">The id of the session that goes on; all others have ended.</param>
    public sealed record Changed(string Sid) : PasswordChangeOutcome;

    /// <summary>The current password was wrong, or nobody may try any more; the page cannot tell which.</summary>
    public sealed record WrongCurrent : PasswordChangeOutcome;

    public sealed record Unfit(IReadOnlyList<PasswordViolation> Violations) : PasswordChangeOutcome;

    public sealed record TooBusy : PasswordChangeOutcome;
}

/// <summary>Changing one's own password, by choice or by force. Wrong current ones count like failed sign-ins (CG-23).</summary>
public sealed class PasswordService(
    PortalDbContext db,
    UnitOfWork work,
    AccountLock accountLock,
    HashGate gate,
    PasswordHashing hashing,
    PasswordJudge judge,
    SessionService sessions,
    AuditLog audit,
    AuditActor actor,
    CurrentTenant tenant,
    TimeProvider clock)
{
    public async Task<PasswordChangeOutcome> ChangeAsync(PasswordChangeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var place = await gate.EnterAsync($"{tenant.Value.Id}/change/{request.Session.UserId}");
        return place is null ? new PasswordChangeOutcome.TooBusy() : await work.RunAsync(() => EvaluateAsync(request));
    }

    /// <summary>Puts a password that was judged fit in place; ends temporary ones and every session.</summary>
    public async Task SetAsync(PortalUser user, SignInState state, string password)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(state);
        var now = clock.GetUtcNow();
        Remember(user, now);
        user.PasswordHash = hashing.Hash(password);
        user.PasswordChangedAt = now;
        user.MustChangePassword = false;
        user.SecurityStamp = Tokens.Stamp();
        state.VoidedAt = null;
        await db.TemporaryPasswords.Where(row => row.UserId == user.Id && row.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now));
        await sessions.EndAllAsync(user.Id, SessionEnds.CredentialsChanged);
    }

    /// <summary>Keeps the hash that goes, where the policy compares with former ones.</summary>
    internal void Remember(PortalUser user, DateTimeOffset now)
    {
        if (tenant.Value.Passwords.HistoryDepth > 0 && user.PasswordHash is { } hash)
        {
            db.FormerPasswords.Add(new FormerPassword { Id = Guid.CreateVersion7(), UserId = user.Id, Hash = hash, ReplacedAt = now });
        }
    }

    private async Task<PasswordChangeOutcome> EvaluateAsync(PasswordChangeRequest request)
    {
        var state = await accountLock.TakeAsync(request.Session.UserId) ?? throw new InvalidOperationException("The account has no sign-in state.");
        var user = await db.Users.Include(row => row.Contract).SingleAsync(row => row.Id == request.Session.UserId);
        var temporary = await db.TemporaryPasswords.SingleOrDefaultAsync(row => row.UserId == user.Id && row.EndedAt == null);
        if (!IsCurrent(request, user, state, temporary))
        {
            return new PasswordChangeOutcome.WrongCurrent();
        }

        var byTemporary = request.Session.ChangeReason == nameof(ChangeReason.TemporaryPassword);
        var violations = await judge.JudgeAsync(user, request.New, request.Current, byTemporary ? user.PasswordHash : null);
        return violations.Count > 0 ? new PasswordChangeOutcome.Unfit(violations) : await ReplaceAsync(request, user, state);
    }

    private bool IsCurrent(PasswordChangeRequest request, PortalUser user, SignInState state, TemporaryPassword? temporary)
    {
        var now = clock.GetUtcNow();
        var source = request.FromKnownBrowser ? AttemptSource.KnownBrowser : AttemptSource.Stranger;
        var subject = AuditSubject.Of(user);
        var lapsed = LockoutRules.Lapse(AccountLock.Facts(state), now);
        AccountLock.Store(state, lapsed.State);
        if (lapsed.ReleasedAt is { } at)
        {
            audit.Record(AuditKinds.ReleasedByTime, subject, occurredAt: at);
        }

        var byTemporary = request.Session.ChangeReason == nameof(ChangeReason.TemporaryPassword);
        var hash = byTemporary ? LiveHash(temporary, now) : user.PasswordHash;
        var lockGate = LockoutRules.Check(lapsed.State, source, now);
        if (hash is null || lockGate is Gate.Locked || (lockGate is Gate.Voided && !byTemporary))
        {
            hashing.SpendTime(request.Current);
            audit.Record(AuditKinds.PasswordChangeFailed, subject, lockGate is Gate.Open ? "NoPassword" : "Locked");
            return false;
        }

        if (!PasswordLimits.IsTooLong(request.Current) && hashing.Verify(hash, request.Current) != PasswordVerificationResult.Failed)
        {
            return true;
        }

        audit.Record(AuditKinds.PasswordChangeFailed, subject, "WrongPassword");
        if (temporary is not null)
        {
            TemporaryPasswords.Miss(temporary, tenant.Value.TemporaryPasswords, now, audit, subject);
        }

        FailureCount.Add(state, tenant.Value.Lockout, source, now, actor.Address, audit, subject);
        return false;
    }

    private string? LiveHash(TemporaryPassword? temporary, DateTimeOffset now) =>
        temporary is not null && TemporaryPasswordRules.IsLive(TemporaryPasswords.Facts(temporary), tenant.Value.TemporaryPasswords, now) ? temporary.Hash : null;

    private async Task<PasswordChangeOutcome> ReplaceAsync(PasswordChangeRequest request, PortalUser user, SignInState state)
    {
        await SetAsync(user, state, request.New);
        AccountLock.Store(state, LockoutRules.Succeed(AccountLock.Facts(state), request.FromKnownBrowser ? AttemptSource.KnownBrowser : AttemptSource.Stranger));
        audit.Record(AuditKinds.PasswordChanged, AuditSubject.Of(user), request.Session.ChangeReason);
        return new PasswordChangeOutcome.Changed(sessions.Renew(request.Session, user));
    }
}
