using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Outbox;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Domain.OptionServices;

/// <summary>
/// What of a number's messages is no longer to go out as it stands, once a later one is saved (OPT-3).
/// </summary>
public sealed class ProvisioningQueue(PortalDbContext db, AuditLog audit, TimeProvider clock)
{
    // As many as anybody could have saved while one of them failed.
    private const int Older = 50;

    private const string Overtaken = "overtaken";

    /// <summary>
    /// Before a version is told: what was tried in vain of the ones before it is out of date, and whatever else of the
    /// number waits for its next try has it now, as the new one stands behind it.
    /// </summary>
    internal async Task HurryAsync(ProvisioningKey key, string number)
    {
        ArgumentNullException.ThrowIfNull(key);
        await AbandonOlderAsync(key, OutboxState.Waiting);
        var now = clock.GetUtcNow();
        await db.Outbox.Where(row => row.Channel == OutboxChannel.Webhook && row.Recipient == number
            && row.State == OutboxState.Waiting && row.NextTryAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextTryAt, now));
    }

    /// <summary>What is in that state of the versions before this one: sent later it would undo it.</summary>
    /// <param name="state">What was never tried goes out all the same, in its order.</param>
    internal async Task AbandonOlderAsync(ProvisioningKey key, OutboxState state)
    {
        ArgumentNullException.ThrowIfNull(key);
        string[] keys = [.. Enumerable.Range(1, key.Version - 1).TakeLast(Older)
            .Select(version => WebhookQueue.Stored((key with { Version = version }).ToString()))];
        var dead = await db.Outbox.AsNoTracking().Where(row => keys.Contains(row.BusinessKey) && row.State == state && row.Tries > 0)
            .OrderBy(row => row.CreatedAt).ToListAsync();
        foreach (var message in dead)
        {
            await AbandonAsync(message);
        }
    }

    private async Task AbandonAsync(OutboxMessage message)
    {
        // A worker may have taken it, or staff begun its tries anew, since it was read.
        if (await db.Outbox.Where(row => row.Id == message.Id && row.State == message.State).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, OutboxState.GivenUp)
            .SetProperty(row => row.ProtectedBody, (byte[]?)null)
            .SetProperty(row => row.Fence, row => row.Fence + 1)) > 0)
        {
            audit.Record(OutboxEvents.OutboxGivenUp, OutboxActs.Subject(message), Overtaken, OutboxActs.Facts(message));
        }
    }
}
