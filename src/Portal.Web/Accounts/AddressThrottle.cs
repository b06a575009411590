using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Rules.Throttling;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Accounts;

public sealed class AddressThrottleOptions
{
    public int SlowAfter { get; set; } = 100;

    public int RefuseAfter { get; set; } = 200;

    public int WindowMinutes { get; set; } = 10;

    public int DelaySeconds { get; set; } = 2;

    /// <summary>Demonstration mode sets it: loopback is then exempt from every limit by address.</summary>
    public bool ExemptLoopback { get; set; }
}

/// <summary>
/// Failures of one network address over all accounts, in the database so that it holds across nodes (RX-09). Keyed by
/// address alone: a key of address and account would give an attacker a bucket for each account (CG-13).
/// </summary>
public sealed class AddressThrottle(PortalDbContext db, UnitOfWork work, AuditActor actor, RefusalRecorder refusals, IOptions<AddressThrottleOptions> options, TimeProvider clock)
{
    private AddressThrottlePolicy Policy => new(options.Value.SlowAfter, options.Value.RefuseAfter, options.Value.WindowMinutes, options.Value.DelaySeconds);

    /// <summary>Waits where the address has failed much; refuses where it has failed too much, before any password is looked at.</summary>
    public async Task<SignInOutcome.Throttled?> CheckAsync()
    {
        if (Key() is not { } key)
        {
            return null;
        }

        var row = await work.RunAsync(() => db.AddressWindows.AsNoTracking().SingleOrDefaultAsync(window => window.AddressKey == key));
        var now = clock.GetUtcNow();
        var ends = (row?.WindowStart ?? now).AddMinutes(Policy.WindowMinutes);
        switch (AddressThrottleRules.Decide(Policy, now < ends ? row?.Failures ?? 0 : 0, ends, now))
        {
            case ThrottleVerdict.Refuse refuse:
                await refusals.RecordAsync(AuditKinds.RateLimited, "sign-in");
                return new SignInOutcome.Throttled(refuse.RetryAfter);
            case ThrottleVerdict.Slow slow:
                await Task.Delay(slow.Delay, clock);
                return null;
            default:
                return null;
        }
    }

    public Task CountFailureAsync() => Key() is { } key ? CountAsync(key, TimeSpan.FromMinutes(Policy.WindowMinutes)) : Task.CompletedTask;

    /// <summary>Counts one more act of a kind from this address, in a transaction of its own, and says whether it is still within the limit.</summary>
    public async Task<bool> CountAsync(string kind, int limit, TimeSpan window)
    {
        if (Key() is not { } address)
        {
            return true;
        }

        var key = $"{kind}:{address}";
        await CountAsync(key, window);
        return await work.RunAsync(() => db.AddressWindows.AnyAsync(row => row.AddressKey == key && row.Failures <= limit));
    }

    private async Task CountAsync(string key, TimeSpan window)
    {
        if (await RaiseAsync(key, window))
        {
            return;
        }

        try
        {
            await work.RunAsync(() =>
            {
                db.AddressWindows.Add(new AddressWindow { AddressKey = key, WindowStart = clock.GetUtcNow(), Failures = 1 });
                return Task.CompletedTask;
            });
        }
        catch (DbUpdateException)
        {
            // Another request made the row at the same moment.
            db.ChangeTracker.Clear();
            await RaiseAsync(key, window);
        }
    }

    private Task<bool> RaiseAsync(string key, TimeSpan life)
    {
        var now = clock.GetUtcNow();
        var fresh = now - life;
        return work.RunAsync(async () => await db.AddressWindows.Where(window => window.AddressKey == key)
            .ExecuteUpdateAsync(set => set
                .SetProperty(window => window.Failures, window => window.WindowStart > fresh ? window.Failures + 1 : 1)
                .SetProperty(window => window.WindowStart, window => window.WindowStart > fresh ? window.WindowStart : now)) == 1);
    }

    private string? Key() =>
        !IPAddress.TryParse(actor.Address, out var address) || (options.Value.ExemptLoopback && IPAddress.IsLoopback(address))
            ? null
            : AddressThrottleRules.Key(address);
}
