namespace Portal.Web.Domain.Accounts.Hashing;

/// <summary>
/// One party to the hash gate (a queue, a tenant, an address or a lane) as long as it has somebody there.
/// </summary>
internal sealed class HashShare(string name, long position)
{
    public string Name { get; } = name;

    /// <summary>Its place in the ring: who was served goes to the end, and who comes anew begins there.</summary>
    public long Position { get; set; } = position;

    public int Waiting { get; set; }

    /// <summary>Waiting and being served.</summary>
    public int Present { get; set; }

    /// <summary>Of a lane: one of it is being hashed.</summary>
    public bool IsBusy { get; set; }
}

/// <summary>One that waits for its turn, or has it.</summary>
internal sealed record HashTicket(HashQueue Kind, long Arrived, HashShare Queue, HashShare Tenant, HashShare Address, HashShare Lane)
{
    private readonly TaskCompletionSource<bool> turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True when its turn has come, false when it was turned away.</summary>
    public Task<bool> Turn => turn.Task;

    public IEnumerable<HashShare> Shares => [Queue, Tenant, Address, Lane];

    /// <summary>Smallest first: by queue, by tenant, by address, and only then by arrival.</summary>
    public (long Queue, long Tenant, long Address, long Arrived) Order => (Queue.Position, Tenant.Position, Address.Position, Arrived);

    /// <summary>Largest first: who gives up a place where there are too few.</summary>
    public (int Address, int Tenant, long Arrived) Weight => (Address.Waiting, Tenant.Waiting, Arrived);

    public void Decide(bool itsTurn) => turn.SetResult(itsTurn);
}
