using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Submissions;

/// <summary>
/// Further refusals of one kind to one address in one minute, beyond the one that was recorded at once.
/// </summary>
/// <param name="Address">Null: of many addresses, more than are told apart.</param>
public sealed record CountedRefusals(PortalTenant Tenant, string Kind, string? Address, DateTimeOffset Since, DateTimeOffset Last,
    int Count);

/// <summary>
/// Counts what nobody in particular is refused, on this node: without it each request of a stranger would be a row that
/// stays for months. The first of a minute is recorded at once (AU-02), all others of that minute as one number.
/// </summary>
public sealed class RefusalTally
{
    private const int MostAddresses = 10_000;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Dictionary<Key, Count> counts = [];
    private readonly Lock turn = new();

    /// <returns>True for the first of its minute, which is to be recorded now.</returns>
    public bool IsFirst(PortalTenant tenant, string kind, string? address, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var minute = new DateTimeOffset(now.Ticks - (now.Ticks % Minute.Ticks), TimeSpan.Zero);
        lock (turn)
        {
            var key = new Key(tenant.Id, kind, address, minute);
            if (counts.Count >= MostAddresses && !counts.ContainsKey(key))
            {
                key = key with { Address = null };
            }

            if (counts.TryGetValue(key, out var known))
            {
                counts[key] = known with { Last = now, More = known.More + 1 };
                return false;
            }

            counts.Add(key, new Count(tenant, now, 0));
            return true;
        }
    }

    /// <summary>Takes out the minutes that are over, with what is to be recorded of them.</summary>
    public IReadOnlyList<CountedRefusals> TakeBefore(DateTimeOffset now)
    {
        lock (turn)
        {
            var over = counts.Where(count => count.Key.Minute + Minute <= now).ToList();
            foreach (var (key, _) in over)
            {
                counts.Remove(key);
            }

            return [.. over.Where(count => count.Value.More > 0)
                .Select(count => new CountedRefusals(count.Value.Tenant, count.Key.Kind, count.Key.Address, count.Key.Minute,
                    count.Value.Last, count.Value.More))];
        }
    }

    private sealed record Key(Guid Tenant, string Kind, string? Address, DateTimeOffset Minute);

    private sealed record Count(PortalTenant Tenant, DateTimeOffset Last, int More);
}
