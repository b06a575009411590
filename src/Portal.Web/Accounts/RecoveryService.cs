using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Recovery;
using Portal.Rules.TemporaryPasswords;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Accounts;

public abstract record RecoveryOutcome
{
    private RecoveryOutcome()
    {
    }

    public sealed record Refused : RecoveryOutcome;

    /// <param name="Password">For the mail; nothing else may keep it.</param>
    public sealed record Issued(PortalUser User, string Password, DateTimeOffset ExpiresAt) : RecoveryOutcome;
}

/// <summary>Temporary passwords by mail: matching, counting and issuing, by the worker and long after the answer (EN-03, EN-04).</summary>
public sealed class RecoveryService(
    PortalDbContext db,
    RecoveryLedger ledger,
    TemporaryPasswordService temporaryPasswords,
    PasswordHashing hashing,
    TypedIds typed,
    AuditLog audit,
    CurrentTenant tenant,
    TimeProvider clock)
{
    /// <summary>Decides one request. The caller holds its row lock and mails what was issued.</summary>
    public async Task<RecoveryOutcome> HandleAsync(RecoveryForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var door = tenant.Value.Profile.Doors[0];
        var key = LoginKeys.For(door, form.LoginId);
        var user = await db.Users.Include(row => row.Contract).SingleOrDefaultAsync(row => row.Door == door.Key && row.NormalizedUserName == key);
        if (user is null)
        {
            audit.Record(AuditKinds.RecoveryRefused, typed.Subject(door, form.LoginId), "UnknownLoginId");
            return new RecoveryOutcome.Refused();
        }

        var row = await ledger.TakeAsync(user.Id);
        return Refusal(user, row, form) is { } reason ? Refuse(user, reason) : await IssueAsync(user, row);
    }

    private string? Refusal(PortalUser user, RecoveryRow row, RecoveryForm form)
    {
        var now = clock.GetUtcNow();
        var state = new RecoveryState(row.Mismatches, row.BlockedUntil);
        if (RecoveryRules.IsBlocked(state, now))
        {
            return "Blocked";
        }

        if (!Matches(user, form))
        {
            (row.Mismatches, row.BlockedUntil) = RecoveryRules.Mismatch(state, tenant.Value.Recovery, now);
            return "Mismatch";
        }

        (row.Mismatches, row.BlockedUntil) = RecoveryRules.Match(state);
        return ledger.Hindrance(user) ?? (ledger.CountRequest(row) ? null : "TooManyRequests");
    }

    private bool Matches(PortalUser user, RecoveryForm form)
    {
        if (user.KeywordHash is null || user.NormalizedEmail is not { Length: > 0 } email)
        {
            return false;
        }

        var keyword = hashing.Verify(user.KeywordHash, CanonicalText.Keyword(form.Keyword)) != PasswordVerificationResult.Failed;
        return keyword && email == CanonicalText.Email(form.Email);
    }

    private RecoveryOutcome.Refused Refuse(PortalUser user, string reason)
    {
        audit.Record(AuditKinds.RecoveryRefused, AuditSubject.Of(user), reason);
        return new RecoveryOutcome.Refused();
    }

    private async Task<RecoveryOutcome> IssueAsync(PortalUser user, RecoveryRow row)
    {
        audit.Record(AuditKinds.RecoveryRequested, AuditSubject.Of(user), details: new { requests = row.RequestsInWindow });
        return await temporaryPasswords.IssueAsync(user.Id, TemporaryPasswordOrigin.Mail) switch
        {
            IssueOutcome.Issued issued => new RecoveryOutcome.Issued(user, issued.Password, issued.ExpiresAt),
            _ => throw new InvalidOperationException("A generated password is always fit."),
        };
    }
}
