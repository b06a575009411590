using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Portal.Web.Metrics;

namespace Portal.Web.Domain.Accounts.Hashing;

/// <summary>
/// Lets as many passwords be hashed at once as there are cores, and one of a lane at a time. What all need is shared
/// out: queues, tenants and addresses take turns, and where places run out, who holds most gives one up. So nobody's
/// flood is anybody else's wait (LOCK-2, RX-01, RX-06, CG-11). Waiting here holds no database connection.
/// </summary>
public sealed class HashGate(IOptions<HashGateOptions> options, TimeProvider clock)
{
    private static readonly UpDownCounter<long> WaitingNow =
        PortalMetrics.Meter.CreateUpDownCounter<long>("portal.hash.waiting", description: "Waiting for a password hash, by queue");

    private static readonly Counter<long> Refusals = PortalMetrics.Meter.CreateCounter<long>(
        "portal.hash.refusals", description: "Turned away from the hash gate, by queue and by the bound that was met");

    private static readonly Histogram<double> Waits =
        PortalMetrics.CreateSeconds("portal.hash.wait", "How long a turn was waited for, by queue");

    private readonly Lock turn = new();
    private readonly Dictionary<string, HashShare> shares = new(StringComparer.Ordinal);
    private readonly List<HashTicket> waiting = [];
    private int free = Environment.ProcessorCount;
    private long ring;

    private HashGateOptions Limits => options.Value;

    /// <returns>What to dispose when done, or null when there is no place or the wait was too long.</returns>
    public async Task<IDisposable?> EnterAsync(HashCaller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var began = clock.GetTimestamp();
        var ticket = Join(caller);
        if (!await IsServedAsync(ticket))
        {
            return null;
        }

        Waits.Record(clock.GetElapsedTime(began).TotalSeconds, Tag(ticket));
        return new Place(this, ticket);
    }

    private async Task<bool> IsServedAsync(HashTicket ticket)
    {
        try
        {
            return await ticket.Turn.WaitAsync(Limits.Patience, clock);
        }
        catch (TimeoutException)
        {
            lock (turn)
            {
                if (!ticket.Turn.IsCompleted)
                {
                    Refuse(ticket, "patience");
                }
            }

            // Its turn may have come at the very last moment.
            return await ticket.Turn;
        }
    }

    private HashTicket Join(HashCaller caller)
    {
        lock (turn)
        {
            var (queue, places) = caller.Queue == HashQueue.Known ? ("known", Limits.KnownQueue) : ("strangers", Limits.Queue);
            var ticket = new HashTicket(
                caller.Queue,
                ++ring,
                Share(queue),
                Share($"{queue}/tenant/{caller.Tenant}"),
                Share($"{queue}/address/{caller.Address}"),
                Share($"{queue}/lane/{caller.Tenant}/{caller.Lane}"));
            Wait(ticket, 1);
            ServeNext();
            KeepBound(ticket, share => share.Lane, Limits.LanePlaces, "lane");
            KeepBound(ticket, share => share.Address, Limits.AddressPlaces, "address");
            KeepBound(ticket, share => share.Queue, places, "queue");
            return ticket;
        }
    }

    private HashShare Share(string name)
    {
        if (!shares.TryGetValue(name, out var share))
        {
            shares[name] = share = new HashShare(name, ++ring);
        }

        share.Present++;
        return share;
    }

    /// <summary>
    /// The last of the address that holds most gives up its place, and that need not be who came last.
    /// </summary>
    private void KeepBound(HashTicket newcomer, Func<HashTicket, HashShare> part, int places, string bound)
    {
        var share = part(newcomer);
        if (share.Waiting > places)
        {
            Refuse(waiting.Where(ticket => part(ticket) == share).MaxBy(ticket => ticket.Weight)!, bound);
        }
    }

    private void ServeNext()
    {
        while (free > 0 && waiting.Where(ticket => !ticket.Lane.IsBusy).MinBy(ticket => ticket.Order) is { } next)
        {
            free--;
            Wait(next, -1);
            next.Lane.IsBusy = true;
            next.Queue.Position = next.Tenant.Position = next.Address.Position = ++ring;
            next.Decide(itsTurn: true);
        }
    }

    private void Refuse(HashTicket ticket, string bound)
    {
        Wait(ticket, -1);
        Leave(ticket);
        Refusals.Add(1, Tag(ticket), new("bound", bound));
        ticket.Decide(itsTurn: false);
    }

    private void Wait(HashTicket ticket, int more)
    {
        if (more > 0)
        {
            waiting.Add(ticket);
        }
        else
        {
            waiting.Remove(ticket);
        }

        foreach (var share in ticket.Shares)
        {
            share.Waiting += more;
        }

        WaitingNow.Add(more, Tag(ticket));
    }

    private void Leave(HashTicket ticket)
    {
        foreach (var share in ticket.Shares)
        {
            if (--share.Present == 0)
            {
                shares.Remove(share.Name);
            }
        }
    }

    private void Done(HashTicket ticket)
    {
        lock (turn)
        {
            free++;
            ticket.Lane.IsBusy = false;
            Leave(ticket);
            ServeNext();
        }
    }

    private static KeyValuePair<string, object?> Tag(HashTicket ticket) => new("queue", ticket.Kind.ToString());

    private sealed class Place(HashGate gate, HashTicket ticket) : IDisposable
    {
        private bool done;

        public void Dispose()
        {
            if (!done)
            {
                done = true;
                gate.Done(ticket);
            }
        }
    }
}
