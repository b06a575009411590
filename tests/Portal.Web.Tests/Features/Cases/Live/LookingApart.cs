using Portal.Rules.Cases;
using Portal.Web.Domain.Cases.Live;

namespace Portal.Web.Tests.Features.Cases.Live;

/// <summary>Many pages that were opened in one moment, as after a start of the node (RX-05).</summary>
public sealed class LookingApart
{
    private const int Pages = 400;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);
    private readonly Ticking time = new();

    [Fact]
    public void RX_05_CASE_8_PagesThatWereOpenedTogether_DoNotLookTogether_AndNoneIsSilentForLonger()
    {
        using var watches = new CaseWatches(time);
        CaseWatch[] open = [.. Enumerable.Range(0, Pages)
            .Select(_ => watches.Open(Guid.NewGuid(), Guid.NewGuid(), CaseSide.Customer, Guid.NewGuid()))];

        RungAfter(0.74).ShouldBe(0);
        var half = RungAfter(0.87);
        half.ShouldBeInRange(Pages / 4, Pages * 3 / 4);
        RungAfter(1).ShouldBe(Pages - half, "who was rung waits anew");

        // Nor do those that were rung together look together again.
        time.Now += Longest;
        watches.RingAll();
        time.Start = time.Now;
        RungAfter(0.87).ShouldBeInRange(Pages / 4, Pages * 3 / 4);
        foreach (var watch in open)
        {
            watch.Dispose();
        }

        int RungAfter(double part)
        {
            time.Now = time.Start + (Longest * part);
            watches.RingQuiet(Longest);
            return open.Count(watch => watch.RungAt == time.GetTimestamp());
        }
    }

    private sealed class Ticking : TimeProvider
    {
        public TimeSpan Start { get; set; }

        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
