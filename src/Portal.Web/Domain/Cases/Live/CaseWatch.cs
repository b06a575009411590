using System.Collections.Concurrent;
using System.Security.Cryptography;
using Portal.Rules.Cases;

namespace Portal.Web.Domain.Cases.Live;

/// <summary>One open page of a case. Who waits here holds neither thread nor connection.</summary>
public sealed class CaseWatch : IDisposable
{
    private readonly SemaphoreSlim bell = new(0, 1);
    private readonly ConcurrentDictionary<Guid, CaseTypist> typists = new();
    private readonly CaseWatches watches;
    private int hasRung;

    internal CaseWatch(CaseWatches watches, Guid tenantId, Guid caseId, CaseSide side, Guid userId, long now) =>
        (this.watches, TenantId, CaseId, Side, UserId, RungAt) = (watches, tenantId, caseId, side, userId, now);

    public Guid TenantId { get; }

    public Guid CaseId { get; }

    /// <summary>On whose side the page is.</summary>
    public CaseSide Side { get; }

    /// <summary>Nobody is told of their own typing.</summary>
    public Guid UserId { get; }

    /// <summary>When it was rung last, for whatever reason; a timestamp of the clock.</summary>
    internal long RungAt { get; private set; }

    /// <summary>
    /// The part of the longest silence after which it is rung, drawn each time: pages that were opened together, as
    /// after a start, do not look together ever after.
    /// </summary>
    internal double Patience { get; private set; } = Drawn();

    /// <summary>Returns when there is something to look for, at once if there has been since the last time.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await bell.WaitAsync(cancellationToken);
        Volatile.Write(ref hasRung, 0);
    }

    /// <summary>Who has been typing since the last time.</summary>
    public IReadOnlyList<CaseTypist> TakenTypists()
    {
        var taken = new List<CaseTypist>();
        foreach (var id in typists.Keys)
        {
            if (typists.TryRemove(id, out var typist))
            {
                taken.Add(typist);
            }
        }

        return taken;
    }

    public void Dispose()
    {
        watches.Close(this);
        bell.Dispose();
    }

    internal void Hear(CaseNews news, long now)
    {
        if ((news.IsInternal && Side != CaseSide.Agent) || news.By?.Id == UserId)
        {
            return;
        }

        if (news.By is { } typist)
        {
            typists[typist.Id] = typist;
        }

        Ring(now);
    }

    internal void Ring(long now)
    {
        (RungAt, Patience) = (now, Drawn());
        if (Interlocked.Exchange(ref hasRung, 1) == 0)
        {
            bell.Release();
        }
    }

    private static double Drawn() => RandomNumberGenerator.GetInt32(75, 101) / 100.0;
}
