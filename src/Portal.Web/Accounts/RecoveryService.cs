using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
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

/// <summary>What was typed on the way to a temporary password (TEMP-1).</summary>
public sealed record RecoveryForm(string LoginId, string Keyword, string Email);

public abstract record RecoveryOutcome
{
    private RecoveryOutcome()
    {
    }

    public sealed record Refused : RecoveryOutcome;

    /// <param name="Password">For the mail; nothing else may keep it.</param>
    public sealed record Issued(PortalUser User, string Password, DateTimeOffset ExpiresAt) : RecoveryOutcome;
}

/// <summary>
/// Temporary passwords by mail. The request only leaves an encrypted row, the same for everybody; matching, counting,
/// issuing and mailing happen later, so that the answer and its time tell nothing (EN-03, EN-04).
/// </summary>
public sealed class RecoveryService(
    PortalDbContext db,
    UnitOfWork work,
    TemporaryPasswordService temporaryPasswords,
    PasswordHashing hashing,
    AuditLog audit,
    AuditActor actor,
    CurrentTenant tenant,
    TimeProvider clock,
    IDataProtectionProvider protection)
{
    private IDataProtector Protector => protection.CreateProtector("Portal.Recovery", tenant.Value.Id.ToString());

    public Task SubmitAsync(RecoveryForm form) => work.RunAsync(() =>
    {
        db.RecoveryRequests.Add(new RecoveryRequest
        {
            Id = Guid.CreateVersion7(),
            ProtectedForm = Protector.Protect(JsonSerializer.SerializeToUtf8Bytes(form)),
            CreatedAt = clock.GetUtcNow(),
            Address = actor.Address,
            Browser = actor.Browser,
            CorrelationId = actor.CorrelationId,
        });
        return Task.CompletedTask;
    });

    /// <summary>Decides one request. The caller holds its row lock and mails what was issued.</summary>
    public async Task<RecoveryOutcome> HandleAsync(RecoveryRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = JsonSerializer.Deserialize<RecoveryForm>(Protector.Unprotect(request.ProtectedForm!))!;
        (request.ProtectedForm, request.HandledAt) = (null, clock.GetUtcNow());
        var door = tenant.Value.Profile.Doors[0];
        var key = LoginKeys.For(door, form.LoginId);
        var user = await db.Users.Include(row => row.Contract).SingleOrDefaultAsync(row => row.Door == door.Key && row.NormalizedUserName == key);
        if (user is null)
        {
            audit.Record(AuditKinds.RecoveryRefused, new AuditSubject(null, form.LoginId, null), "UnknownLoginId");
            return new RecoveryOutcome.Refused();
        }

        var row = await TakeAsync(user.Id);
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
        return user switch
        {
            { DisabledAt: not null } => "Disabled",
            { Contract.Status: ContractStatus.Suspended } => "ContractSuspended",
            _ when user.ValidUntil is { } last && AccountDates.Today(now, tenant.Value) > last => "ValidityEnded",
            _ when !CountRequest(row, now) => "TooManyRequests",
            _ => null,
        };
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

    private bool CountRequest(RecoveryRow row, DateTimeOffset now)
    {
        if (row.WindowStart is not { } start || now - start >= TimeSpan.FromHours(1))
        {
            (row.WindowStart, row.RequestsInWindow) = (now, 0);
        }

        return RecoveryRules.MayRequest(tenant.Value.Recovery, row.RequestsInWindow++);
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

    private async Task<RecoveryRow> TakeAsync(Guid userId)
    {
        var taken = await db.Recoveries.Where(row => row.UserId == userId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Attempts, row => row.Attempts + 1));
        if (taken == 0)
        {
            db.Recoveries.Add(new RecoveryRow { UserId = userId, Attempts = 1 });
            await db.SaveChangesAsync();
        }

        return await db.Recoveries.SingleAsync(row => row.UserId == userId);
    }
}
