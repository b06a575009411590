using Portal.Web.Data;

namespace Portal.Web.Domain.Cases.Live;

/// <summary>Tells of each entry in the transaction that writes it, whoever writes it and why (CASE-8).</summary>
internal sealed class CaseNewsHook(ICaseFeed feed) : ITransactionHook
{
    public async Task BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        foreach (var entry in db.AddedCaseEntries)
        {
            var kind = entry.IsInternal ? CaseNewsKind.InternalEntry : CaseNewsKind.Entry;
            await feed.TellAsync(db, new CaseNews(entry.TenantId, entry.CaseId, kind), cancellationToken);
        }
    }
}
