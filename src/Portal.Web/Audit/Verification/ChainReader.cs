using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Audit;
using Portal.Web.Audit.Sealing;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.PostgreSql;

namespace Portal.Web.Audit.Verification;

/// <summary>Some seals one after the other, with what there is of their stretches.</summary>
/// <param name="Before">The seal before the first; null where there is none.</param>
/// <param name="HasMore">There are marks behind them.</param>
internal sealed record ChainPart(ChainSeal? Before, IReadOnlyList<ChainSeal> Seals, ILookup<long, ChainLink> Links, ChainTrim Trim,
    bool HasMore);

/// <summary>Reads the chain of the current tenant, a part at a time from one snapshot.</summary>
internal sealed class ChainReader(PortalDbContext db, Snapshots snapshots, TimeProvider clock)
{
    // Each part is one short transaction.
    private const int MostSeals = 500;
    private const int MostTrims = 50;

    /// <summary>From the seal of that number on.</summary>
    public async Task<ChainPart> ReadAsync(long number, CancellationToken cancellationToken)
    {
        await using var snapshot = await snapshots.BeginAsync(cancellationToken);
        var rows = await db.AuditSeals.AsNoTracking().Where(seal => seal.Number >= number - 1).OrderBy(seal => seal.Number)
            .Take(MostSeals + 1).ToListAsync(cancellationToken);
        var all = rows.ConvertAll(row => row.ToChain());
        var before = all.Count > 0 && all[0].Number < number ? all[0] : null;
        var (seals, end) = Few(before, all[(before is null ? 0 : 1)..]);
        var start = before?.End ?? 1;
        var links = await LinksAsync(start, end, cancellationToken);
        return new ChainPart(before, seals, links.ToLookup(link => NumberOf(seals, link.Place)), await TrimAsync(cancellationToken),
            await db.AuditLeaves.AnyAsync(leaf => leaf.Place >= end, cancellationToken));
    }

    /// <summary>The next events by age that have to have a place, and the first of them that has none.</summary>
    public async Task<(SealingPlace? Next, int Count, Guid? Stray)> ReadEventsAsync(SealingPlace? from, DateTimeOffset settled,
        CancellationToken cancellationToken)
    {
        await using var snapshot = await snapshots.BeginAsync(cancellationToken);
        var rows = db.AuditEvents.AsNoTracking().Where(row => row.RecordedAt < settled);
        var found = await SealingOrder.Ordered(from is null ? rows : SealingOrder.Beyond(rows, from)).Take(Stretches.Most)
            .Select(row => new { row.RecordedAt, row.OccurredAt, row.Id, HasPlace = db.AuditLeaves.Any(leaf => leaf.EventId == row.Id) })
            .ToListAsync(cancellationToken);
        var next = found.Count < Stretches.Most ? null : new SealingPlace(found[^1].RecordedAt, found[^1].OccurredAt, found[^1].Id);
        return (next, found.Count, found.FirstOrDefault(row => !row.HasPlace)?.Id);
    }

    /// <summary>As many of them as one transaction may read the events of, at least one.</summary>
    private static (IReadOnlyList<ChainSeal> Seals, long End) Few(ChainSeal? before, List<ChainSeal> seals)
    {
        var end = before?.End ?? 1;
        var few = new List<ChainSeal>();
        foreach (var seal in seals)
        {
            // A count that somebody changed must not make this read the whole log.
            var count = Math.Clamp(seal.Count, 0, Stretches.Most);
            if (few.Count > 0 && end + count - few[0].First > Stretches.Most)
            {
                break;
            }

            few.Add(seal);
            end += count;
        }

        return (few, end);
    }

    private static long NumberOf(IReadOnlyList<ChainSeal> seals, long place) =>
        seals.FirstOrDefault(seal => place >= seal.First && place < seal.End)?.Number ?? 0;

    private async Task<IEnumerable<ChainLink>> LinksAsync(long start, long end, CancellationToken cancellationToken)
    {
        var found = await (
            from leaf in db.AuditLeaves.AsNoTracking()
            where leaf.Place >= start && leaf.Place < end
            join row in db.AuditEvents.AsNoTracking() on leaf.EventId equals row.Id into rows
            from row in rows.DefaultIfEmpty()
            orderby leaf.Place
            select new { Leaf = leaf, Row = (AuditEvent?)row }).ToListAsync(cancellationToken);
        return found.Select(link =>
            new ChainLink(link.Leaf.Place, link.Leaf.EventId, link.Leaf.Mark, link.Row is null ? null : SealedRows.MarkOf(link.Row)));
    }

    /// <summary>What the owner's function says it removed: it says so in the log, under marks as all others.</summary>
    private async Task<ChainTrim> TrimAsync(CancellationToken cancellationToken)
    {
        var details = await db.AuditEvents.AsNoTracking().Where(row => row.Kind == AuditKinds.HistoryTrimmed)
            .OrderByDescending(row => row.OccurredAt).Take(MostTrims).Select(row => row.Details).ToListAsync(cancellationToken);
        return new ChainTrim(details.Select(ThroughOf).DefaultIfEmpty(0).Max(), clock.GetUtcNow().AddDays(-AuditTrim.DaysAlwaysKept));
    }

    private static long ThroughOf(string? details)
    {
        try
        {
            using var json = JsonDocument.Parse(details ?? "{}");
            return json.RootElement.TryGetProperty("throughSeal", out var through) && through.TryGetInt64(out var number) ? number : 0;
        }
        catch (Exception garbled) when (garbled is JsonException or InvalidOperationException)
        {
            return 0;
        }
    }
}
