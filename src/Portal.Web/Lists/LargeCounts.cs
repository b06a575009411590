using System.Collections.Concurrent;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Lists;

/// <summary>
/// Counts that are large change little and cost much: those of a contract's rows are asked again when something
/// happens in the contract on this node, those of a tenant's when something of their kind does, and all after ten
/// seconds. Small ones are always asked.
/// </summary>
public sealed class LargeCounts(TimeProvider clock) : ITransactionHook
{
    /// <summary>From here on a count is large.</summary>
    public const int Large = 1000;

    private const int MostContracts = 1000;
    private const int MostOfOne = 100;
    private const int MostQueues = 200;
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<object, Known>> contracts = new();
    private readonly ConcurrentDictionary<Queue, Known> queues = new();

    /// <param name="of">What is counted, compared by value: conditions and whoever looks.</param>
    /// <param name="total">The largest of what was counted.</param>
    /// <param name="until">The moment at which it is another by itself; null where nothing but time passes.</param>
    public async ValueTask<T> OfAsync<T>(Guid contractId, object of, Func<Task<T>> count, Func<T, int> total,
        Func<Task<DateTimeOffset?>>? until = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(total);
        return contracts.TryGetValue(contractId, out var known) && known.TryGetValue(of, out var found) && IsFresh(found)
            ? (T)found.Counts
            : await AskAsync(count, total, counted => Keep(contractId, of, counted), until);
    }

    /// <summary>Of rows of several tenants together.</summary>
    /// <param name="about">What the kinds of those events begin with that change such rows.</param>
    /// <param name="of">What is counted, compared by value: conditions and whoever looks.</param>
    /// <param name="total">The largest of what was counted.</param>
    public async ValueTask<T> OfAsync<T>(IEnumerable<Guid> tenants, string about, object of, Func<Task<T>> count, Func<T, int> total)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(total);
        var queue = new Queue(string.Join(' ', tenants), about, of);
        return queues.TryGetValue(queue, out var found) && IsFresh(found)
            ? (T)found.Counts
            : await AskAsync(count, total, counted => Keep(queue, counted));
    }

    Task ITransactionHook.BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        foreach (var happened in db.RecordedEvents)
        {
            if (happened.ContractId is { } contractId)
            {
                contracts.TryRemove(contractId, out _);
            }

            foreach (var (queue, _) in queues.Where(each => each.Key.Has(happened)))
            {
                queues.TryRemove(queue, out _);
            }
        }

        return Task.CompletedTask;
    }

    private bool IsFresh(Known found) => clock.GetElapsedTime(found.At) < Life && !(found.Until <= clock.GetUtcNow());

    private async Task<T> AskAsync<T>(Func<Task<T>> count, Func<T, int> total, Action<Known> keep,
        Func<Task<DateTimeOffset?>>? until = null)
        where T : class
    {
        var asked = clock.GetTimestamp();
        var now = await count();
        if (total(now) >= Large)
        {
            keep(new Known(now, asked, until is null ? null : await until()));
        }

        return now;
    }

    private void Keep(Queue queue, Known counts)
    {
        if (queues.Count >= MostQueues)
        {
            queues.Clear();
        }

        queues[queue] = counts;
    }

    private void Keep(Guid contractId, object of, Known counts)
    {
        if (contracts.Count >= MostContracts)
        {
            contracts.Clear();
        }

        var known = contracts.GetOrAdd(contractId, _ => new ConcurrentDictionary<object, Known>());
        if (known.Count >= MostOfOne)
        {
            known.Clear();
        }

        known[of] = counts;
    }

    private sealed record Queue(string Tenants, string About, object Of)
    {
        public bool Has(AuditEvent happened) => happened.Kind.StartsWith(About, StringComparison.Ordinal)
            && Tenants.Contains(happened.TenantId.ToString(), StringComparison.Ordinal);
    }

    private sealed record Known(object Counts, long At, DateTimeOffset? Until);
}
