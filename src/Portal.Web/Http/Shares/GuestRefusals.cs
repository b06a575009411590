using System.Net;
using System.Threading.RateLimiting;
using Portal.Rules.Throttling;
using Portal.Web.Audit;

namespace Portal.Web.Http.Shares;

/// <summary>
/// How many refusals a minute are remembered for guests of one network address (SAFE-2): enough for people who click
/// twice, too few to fill a table with (RX-02). What is not remembered is judged anew.
/// </summary>
internal sealed class GuestRefusals : IDisposable
{
    internal const int PerMinute = 60;

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = PerMinute,
            Window = TimeSpan.FromMinutes(1),
        }));

    public bool MayRemember(AuditActor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        using var lease = limiter.AttemptAcquire(
            IPAddress.TryParse(actor.Address, out var address) ? AddressThrottleRules.Key(address) : "");
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();
}
