using Microsoft.EntityFrameworkCore;
using Portal.Rules.Provisioning;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Outbox;
using Portal.Web.Outbox.Following;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Domain.OptionServices;

/// <summary>Puts down at a setting what became of its message, in the transaction that settles the message.</summary>
internal sealed class ProvisioningRecords(PortalDbContext db, AuditLog audit, TimeProvider clock) : IOutboxFollower
{
    // As many as anybody could have saved while one of them failed for good.
    private const int Older = 50;

    private const string Overtaken = "overtaken";

    public OutboxChannel Channel => OutboxChannel.Webhook;

    public async Task FollowAsync(OutboxNews news)
    {
        if (ProvisioningKey.Read(news.BusinessKey) is not { } key || NewsOf(news.State) is not { } what)
        {
            return;
        }

        if (what == ProvisioningNews.Accepted)
        {
            await AbandonOlderAsync(key);
        }

        // The row's lock: a save at the same moment is before or behind this, with its version.
        var rows = db.OptionSettings.Where(row => row.NumberId == key.NumberId && row.Service == key.Service);
        await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, row => row.State));
        if (await rows.AsNoTracking().SingleOrDefaultAsync() is { } setting)
        {
            await WriteAsync(rows, setting, key.Version, what, news.NextTryAt);
        }
    }

    /// <summary>What failed for good before this version is out of date: sent again by hand it would undo it.</summary>
    private async Task AbandonOlderAsync(ProvisioningKey key)
    {
        string[] keys = [.. Enumerable.Range(1, key.Version - 1).TakeLast(Older)
            .Select(version => WebhookQueue.Stored((key with { Version = version }).ToString()))];
        var dead = await db.Outbox.AsNoTracking().Where(row => keys.Contains(row.BusinessKey) && row.State == OutboxState.Failed)
            .OrderBy(row => row.CreatedAt).ToListAsync();
        foreach (var message in dead)
        {
            await AbandonAsync(message);
        }
    }

    private async Task AbandonAsync(OutboxMessage message)
    {
        // Staff may have begun its tries anew since it was read.
        if (await db.Outbox.Where(row => row.Id == message.Id && row.State == OutboxState.Failed).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, OutboxState.GivenUp)
            .SetProperty(row => row.ProtectedBody, (byte[]?)null)
            .SetProperty(row => row.Fence, row => row.Fence + 1)) > 0)
        {
            audit.Record(OutboxEvents.OutboxGivenUp, OutboxActs.Subject(message), Overtaken, OutboxActs.Facts(message));
        }
    }

    private Task WriteAsync(IQueryable<OptionSetting> rows, OptionSetting setting, int version, ProvisioningNews what,
        DateTimeOffset? nextTryAt)
    {
        var now = clock.GetUtcNow();
        var isNew = what == ProvisioningNews.Accepted && version > setting.AppliedVersion;
        var applied = isNew ? version : setting.AppliedVersion;
        var appliedAt = isNew ? now : setting.AppliedAt;
        var state = ProvisioningRules.After(what, version, setting.Version, applied, setting.State);
        var failedAt = state switch
        {
            ProvisioningState.Failed when version < setting.Version => setting.FailedAt,
            ProvisioningState.Retrying or ProvisioningState.Failed => now,
            _ => (DateTimeOffset?)null,
        };
        var next = state == ProvisioningState.Retrying ? nextTryAt : null;
        return rows.ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, state)
            .SetProperty(row => row.AppliedVersion, applied)
            .SetProperty(row => row.AppliedAt, appliedAt)
            .SetProperty(row => row.FailedAt, failedAt)
            .SetProperty(row => row.NextTryAt, next));
    }

    private static ProvisioningNews? NewsOf(OutboxState state) => state switch
    {
        OutboxState.Sent => ProvisioningNews.Accepted,
        OutboxState.Waiting => ProvisioningNews.WillBeTriedAgain,
        OutboxState.Failed or OutboxState.GivenUp or OutboxState.Expired => ProvisioningNews.Abandoned,
        OutboxState.Sending => ProvisioningNews.Begun,
        _ => null,
    };
}
