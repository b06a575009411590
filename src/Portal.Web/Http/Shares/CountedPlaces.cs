namespace Portal.Web.Http.Shares;

/// <summary>A bound on places that are taken at once.</summary>
/// <param name="Key">Who shares it; the empty one is the node's.</param>
public readonly record struct PlaceBound(string Key, int Most);

/// <summary>Places of this node for what may take hours: a user has few and no tenant has all.</summary>
public sealed class CountedPlaces
{
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

    /// <summary>One in each of these, or in none.</summary>
    /// <returns>A place, given back when disposed; or the first bound that is reached.</returns>
    public (IDisposable? Place, PlaceBound Full) Enter(params IReadOnlyList<PlaceBound> bounds)
    {
        lock (taken)
        {
            foreach (var bound in bounds)
            {
                if (taken.GetValueOrDefault(bound.Key) >= bound.Most)
                {
                    return (null, bound);
                }
            }

            foreach (var (key, _) in bounds)
            {
                taken[key] = taken.GetValueOrDefault(key) + 1;
            }
        }

        return (new CountedPlace(this, bounds), default);
    }

    private void Leave(IReadOnlyList<PlaceBound> bounds)
    {
        lock (taken)
        {
            foreach (var (key, _) in bounds)
            {
                if (--taken[key] == 0)
                {
                    taken.Remove(key);
                }
            }
        }
    }

    private sealed class CountedPlace(CountedPlaces places, IReadOnlyList<PlaceBound> bounds) : IDisposable
    {
        private int isGone;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isGone, 1) == 0)
            {
                places.Leave(bounds);
            }
        }
    }
}
