using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Throttling;

/// <param name="Taken">Whether one more was within the limit, and was counted.</param>
/// <param name="Count">In the window, with this one where it was counted.</param>
/// <param name="Began">When the window began; it also says which window to give back to.</param>
public sealed record CountedUp(string Key, bool Taken, int Count, DateTimeOffset Began);

/// <summary>
/// Counts of network addresses in windows of time, in the database so that they hold across nodes (RX-09). Asking and
/// counting are one statement: of any number at once no more than the limit are let through.
/// </summary>
public sealed class AddressCounts(PortalDbContext db, UnitOfWork work, TimeProvider clock)
{
    /// <summary>Counts one more if that is within the limit.</summary>
    public async Task<CountedUp> ReserveAsync(string key, int limit, TimeSpan window)
    {
        while (true)
        {
            if (await work.RunAsync(() => TryTakeAsync(key, limit, window)) is { } counted)
            {
                return counted;
            }

            await BeginAsync(key);
        }
    }

    /// <summary>Makes sure that there is a row to lock.</summary>
    public async Task EnsureAsync(string key)
    {
        if (!await work.RunAsync(() => db.AddressWindows.AnyAsync(row => row.AddressKey == key)))
        {
            await BeginAsync(key);
        }
    }

    /// <summary>Takes back what was counted, unless its window is over.</summary>
    public Task GiveBackAsync(CountedUp counted)
    {
        ArgumentNullException.ThrowIfNull(counted);
        return work.RunAsync(() => db.AddressWindows
            .Where(row => row.AddressKey == counted.Key && row.WindowStart == counted.Began && row.Failures > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Failures, row => row.Failures - 1)));
    }

    private async Task<CountedUp?> TryTakeAsync(string key, int limit, TimeSpan window)
    {
        var now = clock.GetUtcNow();
        var fresh = now - window;
        var taken = await db.AddressWindows.Where(row => row.AddressKey == key && (row.WindowStart <= fresh || row.Failures < limit))
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.Failures, row => row.WindowStart > fresh ? row.Failures + 1 : 1)
                .SetProperty(row => row.WindowStart, row => row.WindowStart > fresh ? row.WindowStart : now));

        // In the same transaction, so that nobody else has counted on since. A row that was not full and yet not
        // counted was made between the two statements: it is counted at the next try, or one too many would pass.
        return await db.AddressWindows.AsNoTracking().SingleOrDefaultAsync(row => row.AddressKey == key) is { } row
            && (taken == 1 || row.Failures >= limit)
            ? new CountedUp(key, taken == 1, row.Failures, row.WindowStart)
            : null;
    }

    private async Task BeginAsync(string key)
    {
        try
        {
            await work.RunAsync(async () =>
            {
                var row = db.AddressWindows.Add(new AddressWindow { AddressKey = key, WindowStart = clock.GetUtcNow(), Failures = 0 });
                await db.SaveChangesAsync();
                row.State = EntityState.Detached;
            });
        }
        catch (DbUpdateException e) when (DatabaseFailure.IsDuplicate(e))
        {
            // Another request made the row at the same moment.
            db.ChangeTracker.Clear();
        }
    }
}
