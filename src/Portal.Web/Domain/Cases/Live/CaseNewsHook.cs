using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Cases.Live;

/// <summary>Tells of each entry in the transaction that writes it, whoever writes it (CASE-8).</summary>
internal sealed class CaseNewsHook(ICaseFeed feed) : ITransactionHook
{
    private static readonly string[] Told =
        [CaseEvents.Opened, CaseEvents.Commented, CaseEvents.Moved, CaseEvents.Noted, CaseEvents.Assigned];

    public async Task BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.RecordedEvents.Any(happened => Told.Contains(happened.Kind)))
        {
            return;
        }

        foreach (var entry in db.ChangeTracker.Entries<CaseEntry>().Select(tracked => tracked.Entity).ToList())
        {
            var kind = entry.IsInternal ? CaseNewsKind.InternalEntry : CaseNewsKind.Entry;
            await feed.TellAsync(db, new CaseNews(entry.TenantId, entry.CaseId, kind, entry.Order), cancellationToken);
        }
    }
}
