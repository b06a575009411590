using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Approvals;

/// <summary>
/// Stores an act instead of doing it, where the profile asks a second person (ADMIN-11). Who asks is allowed to do it:
/// its page has let it in.
/// </summary>
public sealed class ApprovalAsking(PortalDbContext db, ApprovalExpiry expiry, CurrentSession session, CurrentTenant tenant,
    AuditLog audit, TimeProvider clock)
{
    private const string Savepoint = "approval";

    public async Task<AskOutcome> AskAsync(ApprovalAsk ask)
    {
        ArgumentNullException.ThrowIfNull(ask);

        // What ran out a moment ago stands in nobody's way until the round comes.
        await expiry.ExpireAsync(ask.Act, ask.Key);
        var row = Row(ask);
        if (!await TryAddAsync(row))
        {
            return AskOutcome.Waits;
        }

        audit.Record(ApprovalEvents.Asked, row, ask.Reason);
        return AskOutcome.Asked;
    }

    private ApprovalRequest Row(ApprovalAsk ask)
    {
        var (own, now) = (ApprovalRecords.Person(session.User), clock.GetUtcNow());
        return new ApprovalRequest
        {
            Id = Guid.CreateVersion7(),
            Act = ask.Act,
            Key = ask.Key,
            SubjectId = ask.SubjectId,
            SubjectName = ask.SubjectName,
            Data = JsonSerializer.Serialize(ask.Data, ask.Data.GetType(), JsonSerializerOptions.Web),
            Reason = ask.Reason,
            RequestedById = own.UserId,
            RequestedBy = session.LoginId,
            RequesterEmail = own.Email,
            RequestedAt = now,
            ExpiresAt = now.AddHours(tenant.Value.Profile.Approval.Hours),
        };
    }

    /// <summary>Two who ask for the same at the same moment: the index lets one in.</summary>
    private async Task<bool> TryAddAsync(ApprovalRequest row)
    {
        if (await WaitsAsync(row))
        {
            return false;
        }

        var transaction = await db.TransactionAsync();
        await db.SaveChangesAsync();
        await transaction.CreateSavepointAsync(Savepoint);
        db.ApprovalRequests.Add(row);
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException)
        {
            await transaction.RollbackToSavepointAsync(Savepoint);
            db.Entry(row).State = EntityState.Detached;
            if (await WaitsAsync(row))
            {
                return false;
            }

            throw;
        }
    }

    private Task<bool> WaitsAsync(ApprovalRequest row) =>
        db.ApprovalRequests.AnyAsync(each => each.Act == row.Act && each.Key == row.Key && each.DecidedAt == null);
}
