using Microsoft.EntityFrameworkCore;
using Portal.Rules.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Audit.Sealing;

/// <summary>
/// Gives the events that came into the current tenant's log their places in its chain (ADMIN-7). Nobody who records an
/// event waits for it: places are given here alone, in turns over all nodes, so that there is no gap (AU-04).
/// </summary>
internal sealed class AuditSealer(PortalDbContext db, KeyLock turn, LastSeals last, SealingOrder order, OpenTransactions open,
    TimeProvider clock)
{
    /// <summary>The next stretch; within a transaction.</summary>
    /// <returns>How many events it has.</returns>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        await turn.EnterAsync($"audit-chain:{db.Scope.Current:N}");
        var settled = Stretches.SettledUntil(clock.GetUtcNow(), await open.OldestAsync(cancellationToken));
        var before = await last.ReadAsync(cancellationToken);
        var waiting = await WaitingAsync(before, cancellationToken);
        if (waiting.Count == 0)
        {
            return 0;
        }

        var stretch = waiting[..Stretches.Length([.. waiting.Select(row => row.OccurredAt)])];
        var isAll = stretch.Count == waiting.Count && waiting.Count < Stretches.Most;
        var moments = SealMoments.Of(before?.Moments, clock.GetUtcNow(), stretch.Max(row => row.OccurredAt), isAll ? settled : null);
        Add(stretch, before, moments);
        return stretch.Count;
    }

    private void Add(List<AuditEvent> stretch, ChainSeal? before, SealMoments moments)
    {
        var marks = stretch.ConvertAll(SealedRows.MarkOf);
        var seal = ChainSeal.Close(db.Scope.Current, before, marks, moments);
        db.AuditLeaves.AddRange(stretch.Select((row, index) =>
            new AuditLeaf { EventId = row.Id, Place = seal.First + index, Mark = marks[index] }));
        db.AuditSeals.Add(seal.ToRow());
    }

    /// <summary>
    /// The first events without a place. Those that say they are older than what is settled never get one.
    /// </summary>
    private async Task<List<AuditEvent>> WaitingAsync(ChainSeal? before, CancellationToken cancellationToken)
    {
        var rows = order.Unsealed(db.AuditEvents.AsNoTracking());

        // Where very many wait, as at the first time, the way through those that are sealed already would be long.
        if (before is not null && await order.LastSealedAsync(cancellationToken) is { } place
            && await NextAsync(SealingOrder.Beyond(rows, place), cancellationToken) is { Count: Stretches.Most } many)
        {
            return many;
        }

        var settled = before?.Moments.SettledUntil ?? SealMoments.Beginning;
        return await NextAsync(rows.Where(row => row.RecordedAt >= settled), cancellationToken);
    }

    private static Task<List<AuditEvent>> NextAsync(IQueryable<AuditEvent> rows, CancellationToken cancellationToken) =>
        SealingOrder.Ordered(rows).Take(Stretches.Most).ToListAsync(cancellationToken);
}
