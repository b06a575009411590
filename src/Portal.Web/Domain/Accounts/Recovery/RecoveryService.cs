using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Recovery;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Recovery;

public abstract record RecoveryOutcome
{
    private RecoveryOutcome()
    {
    }

    public sealed record Refused : RecoveryOutcome;

    /// <param name="Password">For the mail; nothing else may keep it.</param>
    public sealed record Issued(PortalUser User, string Password, DateTimeOffset ExpiresAt) : RecoveryOutcome;
}

/// <param name="ComparedWith">The hash of the keyword that was registered; null where none was compared.</param>
/// <param name="Password">Made where the keyword was right.</param>
public sealed record RecoveryReadiness(string? ComparedWith, bool KeywordIsRight, PreparedPassword? Password)
{
    public override string ToString() => nameof(RecoveryReadiness);
}

/// <summary>
/// Temporary passwords by mail: matching, counting and issuing, by the worker and long after the answer (EN-03, EN-04).
/// </summary>
public sealed class RecoveryService(
    PortalDbContext db,
    UnitOfWork work,
    RecoveryLedger ledger,
    TemporaryPasswordService temporaryPasswords,
    PasswordHashing hashing,
    HashAhead hashes,
    TypedIds typed,
    AuditLog audit,
    CurrentTenant tenant,
    TimeProvider clock)
{
    /// <summary>
    /// The costly part, before the request's row is taken: the keyword is compared, and a password made where it was
    /// right. Costs nothing for who is unknown, blocked or has no keyword; nobody sees the time of a worker.
    /// </summary>
    public async Task<RecoveryReadiness> PrepareAsync(RecoveryForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var registered = await work.RunAsync(() => KeywordAsync(form));
        var right = registered is not null
            && await hashes.RunAsync(() => hashing.Verify(registered,
                CanonicalText.Keyword(form.Keyword)) != PasswordVerificationResult.Failed);
        return new RecoveryReadiness(registered, right, right ? await temporaryPasswords.PrepareAsync() : null);
    }

    /// <summary>Decides one request. The caller holds its row lock and mails what was issued.</summary>
    public async Task<RecoveryOutcome> HandleAsync(RecoveryForm form, RecoveryReadiness ready)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(ready);
        if (await FindAsync(form) is not { } user)
        {
            audit.Record(AuditKinds.RecoveryRefused, typed.Subject(tenant.Value.Profile.Doors[0], form.LoginId), "UnknownLoginId");
            return new RecoveryOutcome.Refused();
        }

        var row = await ledger.LockAsync(user.Id);
        return await RefusalAsync(user, row, form, ready) is { } reason
            ? Refuse(user, reason)
            : await IssueAsync(user, row, ready.Password!);
    }

    private Task<PortalUser?> FindAsync(RecoveryForm form)
    {
        var door = tenant.Value.Profile.Doors[0];
        var key = LoginKeys.For(door, form.LoginId);
        return db.Users.Include(row => row.Contract).SingleOrDefaultAsync(row => row.Door == door.Key && row.NormalizedUserName == key);
    }

    private async Task<string?> KeywordAsync(RecoveryForm form)
    {
        var user = await FindAsync(form);
        if (user is null)
        {
            return null;
        }

        var row = await db.Recoveries.AsNoTracking().SingleOrDefaultAsync(each => each.UserId == user.Id);
        var isBlocked = row is not null && RecoveryRules.IsBlocked(new RecoveryState(row.Mismatches, row.BlockedUntil), clock.GetUtcNow());
        db.ChangeTracker.Clear();
        return isBlocked ? null : user.KeywordHash;
    }

    private async Task<string?> RefusalAsync(PortalUser user, RecoveryRow row, RecoveryForm form, RecoveryReadiness ready)
    {
        var now = clock.GetUtcNow();
        var state = new RecoveryState(row.Mismatches, row.BlockedUntil);
        if (RecoveryRules.IsBlocked(state, now))
        {
            return "Blocked";
        }

        if (!Matches(user, form, ready))
        {
            (row.Mismatches, row.BlockedUntil) = RecoveryRules.Mismatch(state, tenant.Value.Recovery, now);
            return "Mismatch";
        }

        (row.Mismatches, row.BlockedUntil) = RecoveryRules.Match(state);
        return ledger.Hindrance(user) ?? (await ledger.CountRequestAsync(row, user) ? null : "TooManyRequests");
    }

    /// <summary>A keyword that was registered after the comparison is not the one that was compared with.</summary>
    private static bool Matches(PortalUser user, RecoveryForm form, RecoveryReadiness ready) =>
        ready.KeywordIsRight && user.KeywordHash == ready.ComparedWith && user.NormalizedEmail is { Length: > 0 } email
            && email == CanonicalText.Email(form.Email);

    private RecoveryOutcome.Refused Refuse(PortalUser user, string reason)
    {
        audit.Record(AuditKinds.RecoveryRefused, AuditSubject.Of(user), reason);
        return new RecoveryOutcome.Refused();
    }

    private async Task<RecoveryOutcome> IssueAsync(PortalUser user, RecoveryRow row, PreparedPassword password)
    {
        audit.Record(AuditKinds.RecoveryRequested, AuditSubject.Of(user), details: new { requests = row.RequestsInWindow });
        var issued = await temporaryPasswords.IssueAsync(user.Id, password, TemporaryPasswordOrigin.Mail);
        return new RecoveryOutcome.Issued(user, issued.Password, issued.ExpiresAt);
    }
}
