using System.Collections.Concurrent;

namespace Portal.Web.Domain.Accounts.SignIn;

/// <summary>
/// A refusal is given no sooner than nearly all others of its kind could be: an account that exists costs a written row
/// more than one that does not, and over some hundred tries a stranger would read that from the times (EN-02). The pace
/// follows the machine and its load. Waiting costs neither processor nor connection, and holds up nobody who signs in.
/// </summary>
public sealed class RefusalPace(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<int, Pace> paces = new();
    private readonly ConcurrentDictionary<Guid, Pace> oldPaces = new();

    public long Now => clock.GetTimestamp();

    /// <param name="began"><see cref="Now"/> when the work for the answer began.</param>
    /// <param name="hashes">How many password hashes the answer
    /// costs; answers of different cost have a pace each.</param>
    /// <param name="tenant">Where people brought old hashes, all keep to the time of those, too: they tell of an
    /// account by being slower than ours (ADMIN-12).</param>
    /// <param name="byOldHash">It was compared with the hash of another system.</param>
    public async Task KeepAsync(long began, int hashes, Guid tenant = default, bool byOldHash = false)
    {
        var took = clock.GetElapsedTime(began);
        var usual = paces.GetOrAdd(hashes, _ => new Pace());
        var old = byOldHash ? oldPaces.GetOrAdd(tenant, _ => new Pace()) : oldPaces.GetValueOrDefault(tenant);
        var pace = byOldHash ? old!.After(took) : usual.After(took);
        var other = (byOldHash ? usual.Current : old?.Current) ?? TimeSpan.Zero;
        var rest = (pace > other ? pace : other) - took;
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, clock);
        }
    }

    /// <summary>
    /// Follows the time that all but about one in twenty keep to: a step up where one was slower is worth twenty down.
    /// From far above, as after the first answer of a node, it comes down fast.
    /// </summary>
    private sealed class Pace
    {
        private const double Start = 1.25;
        private const double Up = 1.2;
        private const double Down = 0.99;
        private const double FastDown = 0.8;
        private readonly Lock turn = new();
        private TimeSpan current;

        public TimeSpan Current
        {
            get
            {
                lock (turn)
                {
                    return current;
                }
            }
        }

        public TimeSpan After(TimeSpan took)
        {
            lock (turn)
            {
                var next = current == TimeSpan.Zero ? took * Start : current * (took > current ? Up : took < current / 2 ? FastDown : Down);
                return current = next < Longest ? next : Longest;
            }
        }
    }
}
