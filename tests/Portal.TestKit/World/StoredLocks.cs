using Microsoft.EntityFrameworkCore;
using Portal.Rules.Lockout;
using Portal.Web.Data.Entities;

namespace Portal.TestKit.World;

/// <summary>Failures and locks, one row an account.</summary>
public sealed class StoredLocks : OwnedRows<SignInState>
{
    internal StoredLocks(WorldSource source)
        : base(source)
    {
    }

    /// <summary>As after five failures of strangers.</summary>
    /// <param name="userId">Whose account.</param>
    /// <param name="until">When the lock ends by itself; null = not before it is released.</param>
    public Task LockAsync(Guid userId, DateTimeOffset? until = null) => ChangeAsync(userId, set => set
        .SetProperty(state => state.StrangerFailures, 5)
        .SetProperty(state => state.StrangerLockedAt, Source.Clock.GetUtcNow())
        .SetProperty(state => state.StrangerLockedUntil, until)
        .SetProperty(state => state.TotalFailures, 5));

    public Task UnlockAsync(Guid userId) => ChangeAsync(userId, set => set
        .SetProperty(state => state.StrangerFailures, 0)
        .SetProperty(state => state.StrangerLockedAt, (DateTimeOffset?)null)
        .SetProperty(state => state.StrangerLockedUntil, (DateTimeOffset?)null)
        .SetProperty(state => state.TotalFailures, 0));

    /// <summary>The password is dead.</summary>
    public Task VoidAsync(Guid userId) => ChangeAsync(userId, state => state.VoidedAt, Source.Clock.GetUtcNow());

    /// <summary>What the rules call locked: for anybody, by whichever source, or for good.</summary>
    public async Task<bool> IsLockedAsync(Guid userId) => (await LocksAsync(userId)).Count > 0;

    /// <summary>How many accounts of all tenants the rules call locked.</summary>
    public async Task<long> CountLockedAsync() => (await LocksAsync(null)).Count;

    public Task<bool> IsVoidAsync(Guid userId) => ReadAsync(userId, state => state.VoidedAt != null);

    /// <summary>Wrong passwords since the last right one, from browsers that nobody knows.</summary>
    public Task<int> StrangerFailuresAsync(Guid userId) => ReadAsync(userId, state => state.StrangerFailures);

    /// <summary>Wrong passwords since the last right one, from all browsers.</summary>
    public Task<int> FailuresAsync(Guid userId) => ReadAsync(userId, state => state.StrangerFailures + state.KnownFailures);

    public Task<DateTimeOffset?> LockedUntilAsync(Guid userId) => ReadAsync(userId, state => state.StrangerLockedUntil);

    private async Task<IReadOnlyList<LockFacts>> LocksAsync(Guid? userId)
    {
        await using var db = Source.Open();
        var states = await Rows(db, userId is { } id ? Of(id) : null).ToListAsync();
        return [.. states.Select(state => LockFacts.Of(state.ToLockout(), Source.Clock.GetUtcNow())).OfType<LockFacts>()];
    }
}
