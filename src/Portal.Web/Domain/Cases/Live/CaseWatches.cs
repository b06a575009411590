using System.Diagnostics.Metrics;
using Portal.Rules.Cases;
using Portal.Web.Metrics;

namespace Portal.Web.Domain.Cases.Live;

/// <summary>The pages of cases that are open on this node, and who is told what.</summary>
public sealed class CaseWatches(TimeProvider clock) : IDisposable
{
    private static readonly UpDownCounter<long> OpenNow = PortalMetrics.Meter.CreateUpDownCounter<long>(
        "portal.live.connections", description: "Pages that are connected and told what is new");

    private readonly Lock access = new();
    private readonly Dictionary<Guid, List<CaseWatch>> byCase = [];
    private readonly SemaphoreSlim first = new(0, 1);

    public bool AreNone
    {
        get
        {
            lock (access)
            {
                return byCase.Count == 0;
            }
        }
    }

    /// <summary>
    /// To be disposed. It rings at once, for what came since its page was made, and for all that comes.
    /// </summary>
    public CaseWatch Open(Guid tenantId, Guid caseId, CaseSide side, Guid userId)
    {
        var watch = new CaseWatch(this, tenantId, caseId, side, userId, clock.GetTimestamp());
        lock (access)
        {
            if (byCase.Count == 0 && first.CurrentCount == 0)
            {
                first.Release();
            }

            if (!byCase.TryGetValue(caseId, out var same))
            {
                byCase.Add(caseId, same = []);
            }

            same.Add(watch);
        }

        OpenNow.Add(1);
        watch.Ring(clock.GetTimestamp());
        return watch;
    }

    public void Hear(CaseNews news)
    {
        ArgumentNullException.ThrowIfNull(news);
        lock (access)
        {
            foreach (var watch in byCase.GetValueOrDefault(news.CaseId, []).Where(watch => watch.TenantId == news.TenantId))
            {
                watch.Hear(news, clock.GetTimestamp());
            }
        }
    }

    /// <summary>Something may have been missed: everybody looks.</summary>
    public void RingAll() => RingThose(_ => true);

    /// <summary>Those that have not been rung for so long, or nearly.</summary>
    public void RingQuiet(TimeSpan since) => RingThose(watch => clock.GetElapsedTime(watch.RungAt) >= since * watch.Patience);

    /// <summary>Which cases are open here.</summary>
    public IReadOnlyList<(Guid TenantId, Guid CaseId)> Cases()
    {
        lock (access)
        {
            return [.. byCase.Values.Select(same => (same[0].TenantId, same[0].CaseId))];
        }
    }

    /// <summary>Returns when there is one.</summary>
    public async Task WaitForOneAsync(CancellationToken cancellationToken)
    {
        while (AreNone)
        {
            await first.WaitAsync(cancellationToken);
        }
    }

    public void Dispose() => first.Dispose();

    internal void Close(CaseWatch watch)
    {
        lock (access)
        {
            if (!byCase.TryGetValue(watch.CaseId, out var same) || !same.Remove(watch))
            {
                return;
            }

            if (same.Count == 0)
            {
                byCase.Remove(watch.CaseId);
            }
        }

        OpenNow.Add(-1);
    }

    private void RingThose(Func<CaseWatch, bool> those)
    {
        lock (access)
        {
            foreach (var watch in byCase.Values.SelectMany(same => same).Where(those))
            {
                watch.Ring(clock.GetTimestamp());
            }
        }
    }
}
