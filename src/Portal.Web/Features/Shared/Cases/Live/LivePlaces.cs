using Microsoft.Extensions.Options;
using Portal.Web.Domain.Cases.Live;

namespace Portal.Web.Features.Shared.Cases.Live;

/// <summary>
/// How many pages are connected to this node at once: a user has few, and no tenant has all (RX-02, RX-06).
/// </summary>
public sealed class LivePlaces(IOptions<LiveOptions> options)
{
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

    /// <returns>A place, given back when disposed; or the status by which it is refused.</returns>
    public (IDisposable? Place, int Refusal) Enter(Guid tenant, Guid user)
    {
        var limits = options.Value;
        (string Key, int Most, int Refusal)[] bounds =
        [
            ($"{tenant}/{user}", limits.ConnectionsPerUser, StatusCodes.Status429TooManyRequests),
            ($"{tenant}", Math.Max(limits.Connections / 2, 1), StatusCodes.Status503ServiceUnavailable),
            ("", limits.Connections, StatusCodes.Status503ServiceUnavailable),
        ];
        lock (taken)
        {
            if (Array.Find(bounds, bound => taken.GetValueOrDefault(bound.Key) >= bound.Most) is { Key: not null } full)
            {
                return (null, full.Refusal);
            }

            foreach (var (key, _, _) in bounds)
            {
                taken[key] = taken.GetValueOrDefault(key) + 1;
            }
        }

        return (new LivePlace(this, [.. bounds.Select(bound => bound.Key)]), 0);
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

    private sealed class LivePlace(LivePlaces places, string[] keys) : IDisposable
    {
        private int isGone;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isGone, 1) == 0)
            {
                places.Leave(keys);
            }
        }
    }
}
