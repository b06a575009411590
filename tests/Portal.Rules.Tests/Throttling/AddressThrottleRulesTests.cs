using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Throttling;
using Shouldly;

namespace Portal.Rules.Tests.Throttling;

public sealed class AddressThrottleRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly AddressThrottlePolicy Policy = new();

    [Theory]
    [InlineData(0, "free")]
    [InlineData(99, "free")]
    [InlineData(100, "slow")]
    [InlineData(199, "slow")]
    [InlineData(200, "refuse")]
    [InlineData(int.MaxValue, "refuse")]
    public void LOCK_8_AfterAHundredFailuresSlow_AfterTwoHundredRefused(int failures, string verdict) =>
        AddressThrottleRules.Decide(Policy, failures, Now.AddMinutes(10), Now).ShouldBe(verdict switch
        {
            "free" => new ThrottleVerdict.Free(),
            "slow" => new ThrottleVerdict.Slow(TimeSpan.FromSeconds(2)),
            _ => new ThrottleVerdict.Refuse(TimeSpan.FromMinutes(10)),
        });

    [Theory]
    [InlineData(1, 1)]
    [InlineData(60, 1)]
    [InlineData(61, 2)]
    [InlineData(600, 10)]
    public void EN_15_RetryAfter_IsRoundedUpToWholeMinutes(int secondsLeft, int minutes) =>
        AddressThrottleRules.Decide(Policy, 200, Now.AddSeconds(secondsLeft), Now)
            .ShouldBe(new ThrottleVerdict.Refuse(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void LOCK_8_WhenTheWindowEnds_ItsFailuresAreForgotten(int secondsLeft) =>
        AddressThrottleRules.Decide(Policy, 1000, Now.AddSeconds(secondsLeft), Now).ShouldBe(new ThrottleVerdict.Free());

    [Fact]
    public void LOCK_8_ARefusalBelowTheSlowingLimit_StillRefuses() =>
        AddressThrottleRules.Decide(new(SlowAfter: 50, RefuseAfter: 10), 10, Now.AddMinutes(1), Now)
            .ShouldBe(new ThrottleVerdict.Refuse(TimeSpan.FromMinutes(1)));

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2::", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::", "2001:db8:1:3::/64")]
    [InlineData("fe80::1%3", "fe80::/64")]
    [InlineData("::1", "::/64")]
    public void CG_15_IPv6_IsCountedByItsNetwork(string address, string key) =>
        AddressThrottleRules.Key(IPAddress.Parse(address)).ShouldBe(key);

    [Fact]
    public void CG_15_RotatingTheLowerHalf_StaysInOneCount() =>
        Prop.ForAll<ulong, ulong>(
            (one, other) => AddressThrottleRules.Key(InOneNetwork(one)) == AddressThrottleRules.Key(InOneNetwork(other)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void LOCK_8_MoreFailures_NeverGetMore() =>
        Prop.ForAll<ushort, ushort>((one, other) => Rank(Math.Min(one, other)) <= Rank(Math.Max(one, other))).QuickCheckThrowOnFailure();

    private static int Rank(int failures) => AddressThrottleRules.Decide(Policy, failures, Now.AddMinutes(5), Now) switch
    {
        ThrottleVerdict.Free => 0,
        ThrottleVerdict.Slow => 1,
        _ => 2,
    };

    private static IPAddress InOneNetwork(ulong host) => new([0x20, 0x01, 0x0D, 0xB8, 0, 1, 0, 2, .. BitConverter.GetBytes(host)]);
}
