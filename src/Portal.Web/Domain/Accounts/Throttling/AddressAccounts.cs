using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Rules.Throttling;
using Portal.Web.Data;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Throttling;

/// <summary>
/// How many login IDs one network address fails at again and again. The first tries at an ID are anybody's; more of
/// them, as they take to lock an account or to end a temporary password, an address has at few IDs in an hour (LOCK-8).
/// Counted by what is typed, existing or not (EN-15).
/// </summary>
public sealed class AddressAccounts(
    PortalDbContext db,
    UnitOfWork work,
    AddressCounts counts,
    CurrentTenant tenant,
    IOptions<AddressThrottleOptions> options,
    TimeProvider clock)
{
    private AddressThrottleOptions Limits => options.Value;

    private TimeSpan Window => TimeSpan.FromMinutes(Limits.AccountsWindowMinutes);

    /// <param name="account">Door and login ID as it is looked up.</param>
    /// <returns>How long this address may not try this account; null when it may, and the try is counted.</returns>
    public async Task<TimeSpan?> EnterAsync(string address, string account)
    {
        var all = All(address);
        await counts.EnsureAsync(all);
        return await work.RunAsync(async () =>
        {
            // Takes the row lock, so that all that follows is one step for this address, on every node.
            await db.AddressWindows.Where(row => row.AddressKey == all)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Failures, row => row.Failures));
            var one = One(address, account);
            if ((await counts.ReserveAsync(one, Limits.AccountTries, Window)).Taken)
            {
                return null;
            }

            return await IsAmongThemAsync(one) ? null : await JoinAsync(all, one);
        });
    }

    /// <summary>The account proved to be this address' own: what it failed before is forgotten.</summary>
    public Task ForgetAsync(string address, string account) => work.RunAsync(async () =>
    {
        var (one, all) = (One(address, account), All(address));
        if (await db.AddressWindows.Where(row => row.AddressKey == one && row.Failures > Limits.AccountTries).ExecuteDeleteAsync() == 1)
        {
            await db.AddressWindows.Where(row => row.AddressKey == all && row.Failures > 0)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Failures, row => row.Failures - 1));
        }

        await db.AddressWindows.Where(row => row.AddressKey == one).ExecuteDeleteAsync();
    });

    private Task<bool> IsAmongThemAsync(string one) =>
        db.AddressWindows.AnyAsync(row => row.AddressKey == one && row.Failures > Limits.AccountTries);

    private async Task<TimeSpan?> JoinAsync(string all, string one)
    {
        var joined = await counts.ReserveAsync(all, Limits.Accounts, Window);
        if (joined.Taken)
        {
            await counts.ReserveAsync(one, int.MaxValue, Window);
            return null;
        }

        return AddressThrottleRules.UntilEnd(joined.Began + Window, clock.GetUtcNow());
    }

    private static string All(string address) => $"accounts:{address}";

    private string One(string address, string account) =>
        $"{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant.Value.Id}/{account}")).AsSpan(0, 12))}@{address}";
}
