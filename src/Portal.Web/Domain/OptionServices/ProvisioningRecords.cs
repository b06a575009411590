using Microsoft.EntityFrameworkCore;
using Portal.Rules.Provisioning;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Outbox.Following;

namespace Portal.Web.Domain.OptionServices;

/// <summary>Puts down at a setting what became of its message, in the transaction that settles the message.</summary>
internal sealed class ProvisioningRecords(PortalDbContext db, ProvisioningQueue queue, TimeProvider clock) : IOutboxFollower
{
    public OutboxChannel Channel => OutboxChannel.Webhook;

    public async Task FollowAsync(OutboxNews news)
    {
        if (ProvisioningKey.Read(news.BusinessKey) is not { } key || NewsOf(news.State) is not { } what)
        {
            return;
        }

        if (what == ProvisioningNews.Accepted)
        {
            await queue.AbandonOlderAsync(key, OutboxState.Failed);
        }

        // The row's lock: a save at the same moment is before or behind this, with its version.
        var rows = db.OptionSettings.Where(row => row.NumberId == key.NumberId && row.Service == key.Service);
        await rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, row => row.State));
        if (await rows.AsNoTracking().SingleOrDefaultAsync() is { } setting)
        {
            await WriteAsync(rows, setting, key.Version, what, news.NextTryAt);
        }

        if (what == ProvisioningNews.WillBeTriedAgain)
        {
            await HoldUpAsync(key, news.NextTryAt);
        }
    }

    /// <summary>
    /// What stands behind it in the queue of its number waits as long, and says so: an own try it has not had.
    /// </summary>
    private Task HoldUpAsync(ProvisioningKey key, DateTimeOffset? nextTryAt)
    {
        var now = clock.GetUtcNow();
        return db.OptionSettings.Where(row => row.NumberId == key.NumberId && row.Service != key.Service
                && (row.State == ProvisioningState.Applying || row.State == ProvisioningState.Retrying))
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.State, ProvisioningState.Retrying)
                .SetProperty(row => row.FailedAt, now)
                .SetProperty(row => row.NextTryAt, nextTryAt));
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
