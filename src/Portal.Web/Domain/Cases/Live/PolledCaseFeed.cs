using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Web.Data;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Cases.Live;

/// <summary>
/// For a database without notifications: the cases that are open on this node are looked at every few seconds, in one
/// statement for a thousand. Nobody's typing is stored, so that is seen on this node alone.
/// </summary>
internal sealed partial class PolledCaseFeed(TenantWork work, CaseWatches here, IOptions<LiveOptions> options, TimeProvider clock,
    ILogger<PolledCaseFeed> log) : ICaseFeed
{
    private const int AtOnce = 1000;

    public Task TellAsync(PortalDbContext db, CaseNews news, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(news);
        if (news.By is not null)
        {
            here.Hear(news);
        }

        return Task.CompletedTask;
    }

    public async Task RunAsync(CaseWatches watches, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(watches);
        var known = new Dictionary<Guid, (int Entries, int Version)>();
        using var timer = new PeriodicTimer(options.Value.Poll, clock);
        do
        {
            try
            {
                known = await LookAsync(watches, known, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotSeen(log, e);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task<Dictionary<Guid, (int Entries, int Version)>> LookAsync(CaseWatches watches,
        Dictionary<Guid, (int Entries, int Version)> known, CancellationToken cancellationToken)
    {
        var now = new Dictionary<Guid, (int Entries, int Version)>();
        foreach (var some in watches.Cases().Chunk(AtOnce))
        {
            var ids = some.Select(each => each.CaseId).ToArray();
            var rows = await work.LookAcrossAsync(
                some.Select(each => each.TenantId).Distinct(),
                db => db.Cases.AcrossTenants(db.Scope).Where(row => ids.Contains(row.Id))
                    .Select(row => new { row.TenantId, row.Id, row.EntryCount, row.Version }).ToListAsync(cancellationToken),
                cancellationToken);
            foreach (var row in rows)
            {
                var isKnown = known.TryGetValue(row.Id, out var before);
                now[row.Id] = (row.EntryCount, row.Version);
                if (before != now[row.Id])
                {
                    // The version counts what the customer sees change: of a note its side is not even rung (CASE-4).
                    var kind = isKnown && before.Version == row.Version ? CaseNewsKind.InternalEntry : CaseNewsKind.Entry;
                    watches.Hear(new CaseNews(row.TenantId, row.Id, kind));
                }
            }
        }

        return now;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Open cases could not be looked at; the next look comes as usual")]
    private static partial void LogNotSeen(ILogger log, Exception exception);
}
