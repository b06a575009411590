using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Outbox.Following;

namespace Portal.Web.Outbox;

/// <summary>
/// What people do to messages of the current tenant that do not get out: try again, or give up (ADMIN-8).
/// </summary>
public sealed class OutboxActs(PortalDbContext db, OutboxSignal signal, OutboxFollowers followers, AuditLog audit, TimeProvider clock)
{
    private static readonly OutboxState[] Stuck = [OutboxState.Waiting, OutboxState.Failed];

    /// <summary>A message whose text is gone cannot go out any more.</summary>
    public static bool CanRetry(OutboxMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Stuck.Contains(message.State) && message.ProtectedBody is not null;
    }

    public static bool CanGiveUp(OutboxMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Stuck.Contains(message.State);
    }

    /// <summary>All tries anew, the first at once.</summary>
    /// <returns>False where it is being sent right now, or is out or dead already.</returns>
    public async Task<bool> RetryAsync(OutboxMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var now = clock.GetUtcNow();
        var changed = await Unsent(message).Where(row => row.ProtectedBody != null).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, OutboxState.Waiting)
            .SetProperty(row => row.Tries, 0)
            .SetProperty(row => row.NextTryAt, now)
            .SetProperty(row => row.Fence, row => row.Fence + 1));
        if (changed == 0)
        {
            return false;
        }

        await followers.TellAsync(message.Channel, message.BusinessKey, OutboxState.Sending);
        signal.Owe(message.Channel);
        audit.Record(OutboxEvents.OutboxRetried, Subject(message), details: Facts(message));
        return true;
    }

    /// <summary>Never sent; its text goes at once (ML-06).</summary>
    /// <returns>False where it is being sent right now, or is out or dead already.</returns>
    public async Task<bool> GiveUpAsync(OutboxMessage message, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        var changed = await Unsent(message).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, OutboxState.GivenUp)
            .SetProperty(row => row.ProtectedBody, (byte[]?)null)
            .SetProperty(row => row.Fence, row => row.Fence + 1));
        if (changed > 0)
        {
            await followers.TellAsync(message.Channel, message.BusinessKey, OutboxState.GivenUp);
            audit.Record(OutboxEvents.OutboxGivenUp, Subject(message), reason, Facts(message));
        }

        return changed > 0;
    }

    /// <summary>
    /// After a restore: what is owed by the backup may be out already. It counts as failed, keeps its text, and waits
    /// for somebody who tries it again or gives it up (FD-09). No node may be running.
    /// </summary>
    /// <returns>How many.</returns>
    public async Task<int> HoldAllAsync(string why)
    {
        var owed = db.Outbox.Where(row => row.State == OutboxState.Waiting || row.State == OutboxState.Sending);
        var told = await owed.Select(row => new { row.Channel, row.BusinessKey }).ToListAsync();
        var held = await owed.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, OutboxState.Failed)
            .SetProperty(row => row.LastError, why)
            .SetProperty(row => row.Fence, row => row.Fence + 1));
        foreach (var each in told)
        {
            await followers.TellAsync(each.Channel, each.BusinessKey, OutboxState.Failed);
        }

        return held;
    }

    public static AuditSubject Subject(OutboxMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new AuditSubject(message.RecipientUserId, message.Recipient, null);
    }

    /// <summary>What the audit log keeps of a message: which one, never what it says.</summary>
    public static object Facts(OutboxMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new { mail = message.Kind, messageId = message.MessageId, state = message.State.ToString() };
    }

    private IQueryable<OutboxMessage> Unsent(OutboxMessage message) =>
        db.Outbox.Where(row => row.Id == message.Id && Stuck.Contains(row.State));
}
