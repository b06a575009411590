namespace Portal.Web.Data.Connections;

/// <summary>The places of one tenant, and who may have which of them.</summary>
internal sealed class TenantShare(ConnectionShareOptions limits)
{
    private const int KeptFromStrangers = 6;
    private const int KeptFromOneAddress = 2;

    private readonly Lock addressBook = new();
    private readonly Dictionary<string, OneAddress> addresses = new(StringComparer.Ordinal);
    private readonly SharedPlaces all = new("all", new SemaphoreSlim(limits.TenantShare), limits);
    private readonly SharedPlaces strangers = new("strangers", new SemaphoreSlim(ForStrangers(limits)), limits);

    public async Task<IDisposable> EnterAsync(string? stranger, CancellationToken cancellationToken)
    {
        if (stranger is null)
        {
            return await all.EnterAsync(cancellationToken);
        }

        var taken = new Taken(new Leaving(this, stranger));
        try
        {
            taken.Add(await Join(stranger).EnterAsync(cancellationToken));
            taken.Add(await strangers.EnterAsync(cancellationToken));
            taken.Add(await all.EnterAsync(cancellationToken));
            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    private static int ForStrangers(ConnectionShareOptions limits) => limits.TenantShare - (limits.TenantShare / KeptFromStrangers);

    private SharedPlaces Join(string address)
    {
        lock (addressBook)
        {
            if (!addresses.TryGetValue(address, out var one))
            {
                var places = new SemaphoreSlim(Math.Max(1, ForStrangers(limits) / KeptFromOneAddress));
                addresses[address] = one = new(new("address", places, limits));
            }

            one.Present++;
            return one.Places;
        }
    }

    private void Leave(string address)
    {
        lock (addressBook)
        {
            if (--addresses[address].Present == 0)
            {
                addresses.Remove(address);
            }
        }
    }

    private sealed class OneAddress(SharedPlaces places)
    {
        public SharedPlaces Places { get; } = places;

        /// <summary>How many of it wait or work; with the last of them it is forgotten.</summary>
        public int Present { get; set; }
    }

    private sealed class Leaving(TenantShare share, string address) : IDisposable
    {
        public void Dispose() => share.Leave(address);
    }

    /// <summary>What was taken one after the other, given back from the last to the first.</summary>
    private sealed class Taken(IDisposable first) : IDisposable
    {
        private readonly Stack<IDisposable> places = new([first]);

        public void Add(IDisposable place) => places.Push(place);

        public void Dispose()
        {
            while (places.TryPop(out var place))
            {
                place.Dispose();
            }
        }
    }
}
