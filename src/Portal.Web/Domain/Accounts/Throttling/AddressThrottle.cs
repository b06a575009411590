using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Options;
using Portal.Rules.Throttling;
using Portal.Web.Audit;
using Portal.Web.Domain.Submissions;
using Portal.Web.Metrics;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Throttling;

/// <summary>What an address may do now.</summary>
/// <param name="RetryAfter">Set where it is refused.</param>
/// <param name="Counted">What is given back when the attempt succeeds; null where the address is exempt.</param>
/// <param name="Account">At which account the attempt is; null where it names none.</param>
public sealed record AddressEntry(TimeSpan? RetryAfter = null, CountedUp? Counted = null, string? Account = null);

/// <summary>
/// Failures of one network address over all accounts. Keyed by address alone: a key of address
/// and account would give an attacker a bucket for each account (CG-13). An attempt counts as
/// failed from its beginning until it succeeds; counted afterwards, any number at once would
/// pass before the first of them was counted, and what ends with 503 would never count.
/// </summary>
public sealed class AddressThrottle(
    AddressCounts counts,
    AddressAccounts accounts,
    AddressTurns turns,
    AuditActor actor,
    RefusalRecorder refusals,
    IOptions<AddressThrottleOptions> options,
    IOptions<SiteOptions> site,
    TimeProvider clock)
{
    private static readonly Counter<long> Refused = PortalMetrics.Meter.CreateCounter<long>(
        "portal.address.refusals", description: "Attempts refused because their network address had failed too often");

    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private AddressThrottlePolicy Policy =>
        new(options.Value.SlowAfter, options.Value.RefuseAfter, options.Value.WindowMinutes, options.Value.DelaySeconds);

    /// <summary>
    /// Before any password is looked at: counts the attempt, and waits where the address has failed much.
    /// </summary>
    /// <param name="account">Door and login ID as it is looked up, whether
    /// it exists or not; null where the attempt names none.</param>
    public async Task<AddressEntry> EnterAsync(string? account = null)
    {
        if (Key() is not { } key)
        {
            return new AddressEntry();
        }

        var (counted, verdict) = await CountAsync(key, account);
        switch (verdict)
        {
            case ThrottleVerdict.Refuse refuse:
                Refused.Add(1);
                await refusals.RecordAsync(AuditKinds.RateLimited, "sign-in");
                return new AddressEntry(refuse.RetryAfter);
            case ThrottleVerdict.Slow slow:
                await Task.Delay(slow.Delay, clock);
                break;
            default:
                break;
        }

        return new AddressEntry(Counted: counted, Account: account);
    }

    /// <summary>The attempt succeeded, so it was none of those that count.</summary>
    public async Task GiveBackAsync(AddressEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Counted is not { } counted)
        {
            return;
        }

        await counts.GiveBackAsync(counted);
        if (entry.Account is { } account)
        {
            await accounts.ForgetAsync(counted.Key, account);
        }
    }

    /// <summary>
    /// Counts one more act of a kind from this address, in a
    /// transaction of its own, and says whether it is within the limit.
    /// </summary>
    public async Task<bool> CountAsync(string kind, int limit, TimeSpan window) =>
        Key() is not { } address || (await counts.ReserveAsync($"{kind}:{address}", limit, window)).Taken;

    private async Task<(CountedUp? Counted, ThrottleVerdict Verdict)> CountAsync(string key, string? account)
    {
        using var turn = await turns.EnterAsync(key);
        if (turn is null)
        {
            return (null, new ThrottleVerdict.Refuse(AMinute));
        }

        var window = TimeSpan.FromMinutes(Policy.WindowMinutes);
        var counted = await counts.ReserveAsync(key, Policy.RefuseAfter, window);
        var before = counted.Taken ? counted.Count - 1 : counted.Count;
        var verdict = AddressThrottleRules.Decide(Policy, before, counted.Began + window, clock.GetUtcNow());
        return verdict is not ThrottleVerdict.Refuse && account is not null && await accounts.EnterAsync(key, account) is { } wait
            ? (counted, new ThrottleVerdict.Refuse(wait))
            : (counted, verdict);
    }

    private bool ExemptsLoopback => options.Value.ExemptLoopback || site.Value.Demo;

    private string? Key() =>
        !IPAddress.TryParse(actor.Address, out var address) || (ExemptsLoopback && IPAddress.IsLoopback(address))
            ? null
            : AddressThrottleRules.Key(address);
}
