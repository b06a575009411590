using System.Collections.Concurrent;
using Portal.Web.Data;

namespace Portal.Web.Lists;

/// <summary>
/// Counts of a contract's rows that are large change little and cost much: they are asked again when something happens
/// in the contract on this node, and after ten seconds. Small ones are always asked.
/// </summary>
public sealed class LargeCounts(TimeProvider clock) : ITransactionHook
{
    /// <summary>From here on a count is large.</summary>
    public const int Large = 1000;

    private const int MostContracts = 1000;
    private const int MostOfOne = 100;
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<object, Known>> contracts = new();

    /// <param name="of">What is counted, compared by value: conditions and whoever looks.</param>
    /// <param name="total">The largest of what was counted.</param>
    public async ValueTask<T> OfAsync<T>(Guid contractId, object of, Func<Task<T>> count, Func<T, int> total)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(total);
        if (contracts.TryGetValue(contractId, out var known) && known.TryGetValue(of, out var found)
            && clock.GetElapsedTime(found.At) < Life)
        {
            return (T)found.Counts;
        }

        var asked = clock.GetTimestamp();
        var now = await count();
        if (total(now) >= Large)
        {
            Keep(contractId, of, new Known(now, asked));
        }

        return now;
    }

    Task ITransactionHook.BeforeCommitAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        foreach (var happened in db.RecordedEvents)
        {
            if (happened.ContractId is { } contractId)
            {
                contracts.TryRemove(contractId, out _);
            }
        }

        return Task.CompletedTask;
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

    private sealed record Known(object Counts, long At);
}
