using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Portal.Rules.Throttling;
using Portal.Web.Audit;

namespace Portal.Web.Http.Shares;

public sealed class GuestRefusalsOptions
{
    public const string Section = "Portal:GuestRefusals";

    /// <summary>Remembered a minute for guests of one network address, on each node.</summary>
    public int PerMinute { get; set; } = 300;
}

/// <summary>
/// How many refusals a minute are remembered for guests of one network address (SAFE-2): enough for people who click
/// twice, too few to fill a table with (RX-02). What is not remembered is judged anew.
/// </summary>
internal sealed class GuestRefusals(IOptions<GuestRefusalsOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = options.Value.PerMinute,
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
