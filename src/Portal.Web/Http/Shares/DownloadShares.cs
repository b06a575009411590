namespace Portal.Web.Http.Shares;

/// <summary>What a file is refused for.</summary>
internal enum DownloadRefusal
{
    /// <summary>This user has enough under way.</summary>
    User,

    /// <summary>All of this node's places are taken, or all that one tenant may have of them.</summary>
    Node,
}

/// <summary>
/// How many files leave this node at once. A reader may take hours over one, so a user has few and no tenant has all
/// (RX-05); the pictures that pages show are counted apart, because browsers fetch several at once.
/// </summary>
internal sealed class DownloadShares
{
    public const int OfAUser = 2;
    public const int OfANode = 20;
    public const int PicturesOfAUser = 6;
    public const int PicturesOfANode = 60;

    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

    /// <returns>A place, given back when disposed; or why there is none.</returns>
    public (IDisposable? Place, DownloadRefusal Refusal) Acquire(Guid tenant, string user, bool isPicture)
    {
        var (most, mostOfAUser) = isPicture ? (PicturesOfANode, PicturesOfAUser) : (OfANode, OfAUser);
        var kind = isPicture ? "picture" : "file";
        var (ofUser, ofTenant) = ($"{kind} {tenant} {user}", $"{kind} {tenant}");
        lock (taken)
        {
            if (Count(ofUser) >= mostOfAUser)
            {
                return (null, DownloadRefusal.User);
            }

            if (Count(kind) >= most || Count(ofTenant) >= most / 2)
            {
                return (null, DownloadRefusal.Node);
            }

            string[] keys = [kind, ofTenant, ofUser];
            foreach (var key in keys)
            {
                taken[key] = Count(key) + 1;
            }

            return (new Place(this, keys), default);
        }
    }

    private int Count(string key) => taken.GetValueOrDefault(key);

    private void GiveBack(string[] keys)
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

    private sealed class Place(DownloadShares shares, string[] keys) : IDisposable
    {
        private int isGone;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isGone, 1) == 0)
            {
                shares.GiveBack(keys);
            }
        }
    }
}
