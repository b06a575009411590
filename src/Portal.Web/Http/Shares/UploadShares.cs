namespace Portal.Web.Http.Shares;

/// <summary>
/// How many files come into this node at once: a sender may take minutes over one, so a user has few places and no
/// tenant has all (RX-07).
/// </summary>
public sealed class UploadShares
{
    public const int OfAUser = 3;
    public const int OfANode = 40;

    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

    /// <returns>A place, given back when disposed; null where there is none.</returns>
    public IDisposable? Enter(Guid tenant, Guid user)
    {
        (string Key, int Most)[] places = [($"{tenant}/{user}", OfAUser), ($"{tenant}", OfANode / 2), ("", OfANode)];
        lock (taken)
        {
            if (places.Any(place => taken.GetValueOrDefault(place.Key) >= place.Most))
            {
                return null;
            }

            foreach (var (key, _) in places)
            {
                taken[key] = taken.GetValueOrDefault(key) + 1;
            }
        }

        return new UploadPlace(this, [.. places.Select(place => place.Key)]);
    }

    private void Leave(string[] keys)
    {
        lock (taken)
        {
            foreach (var key in keys)
            {
                if (--taken[key] == 0)
                {
                    taken.Remove(key);
                }
            }
        }
    }

    private sealed class UploadPlace(UploadShares shares, string[] keys) : IDisposable
    {
        private int isGone;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isGone, 1) == 0)
            {
                shares.Leave(keys);
            }
        }
    }
}
