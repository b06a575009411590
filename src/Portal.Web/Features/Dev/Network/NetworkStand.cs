namespace Portal.Web.Features.Dev.Network;

/// <param name="Outcome">"taken", "again", "failed", "down" or "forged".</param>
public sealed record NetworkTry(DateTimeOffset At, string Tenant, string? Number, string Outcome);

/// <summary>
/// The telephone network of the demonstration: what it took, and how it behaves. It lives in the memory of its node,
/// as a machine that one can switch off should.
/// </summary>
public sealed class NetworkStand
{
    private const int MostMessages = 300;
    private const int MostTries = 30;

    private readonly Lock gate = new();
    private readonly List<NetworkMessage> messages = [];
    private readonly List<NetworkTry> tries = [];
    private NetworkMode mode;

    public NetworkMode Mode
    {
        get
        {
            lock (gate)
            {
                return mode;
            }
        }

        set
        {
            lock (gate)
            {
                mode = value;
            }
        }
    }

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<NetworkMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. messages];
            }
        }
    }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<NetworkTry> Tries
    {
        get
        {
            lock (gate)
            {
                return [.. tries];
            }
        }
    }

    public void Note(NetworkTry what)
    {
        lock (gate)
        {
            tries.Insert(0, what);
            tries.RemoveRange(Math.Min(tries.Count, MostTries), Math.Max(0, tries.Count - MostTries));
        }
    }

    /// <summary>Takes a message: one that came before is known by its id, and one that is out of date by its
    /// version.</summary>
    /// <returns>False for one that came before.</returns>
    public bool Receive(NetworkMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        lock (gate)
        {
            var known = messages.FindIndex(each => each.Id == message.Id);
            if (known >= 0)
            {
                messages[known] = messages[known] with { Times = messages[known].Times + 1 };
                return false;
            }

            var isStale = messages.Exists(each => each.Tenant == message.Tenant && each.Number == message.Number
                && each.Service == message.Service && each.Version > message.Version);
            messages.Add(message with { IsStale = isStale });
            messages.RemoveRange(0, Math.Max(0, messages.Count - MostMessages));
            return true;
        }
    }
}
