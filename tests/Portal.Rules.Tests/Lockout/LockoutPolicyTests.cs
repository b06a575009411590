using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Lockout;
using Shouldly;

namespace Portal.Rules.Tests.Lockout;

public sealed class LockoutPolicyTests
{
    [Theory]
    [InlineData(false, 60, 0, 20)]
    [InlineData(false, 60, 9, 20)]
    [InlineData(true, 60, 0, 20)]
    [InlineData(true, 60, 1, 40)]
    [InlineData(true, 60, 2, 60)]
    [InlineData(true, 60, 99, 60)]
    [InlineData(true, 10, 0, 20)]
    [InlineData(true, 10, 5, 20)]
    [InlineData(true, null, 3, 160)]
    [InlineData(true, null, 99, 24 * 60)]
    public void LOCK_3_EachFurtherLock_DoublesUpToAMaximum(bool doubles, int? maximum, int earlierLocks, int minutes)
    {
        var policy = Given.Security with { Doubles = doubles, MaximumDuration = maximum is { } m ? TimeSpan.FromMinutes(m) : null };

        policy.DurationAfter(earlierLocks).ShouldBe(TimeSpan.FromMinutes(minutes));
    }

    [Fact]
    public void LOCK_3_DoublingNeverOverflowsOrShortens() =>
        Prop.ForAll<PositiveInt, PositiveInt, byte>((duration, maximum, locks) =>
        {
            var first = TimeSpan.FromSeconds(duration.Get);
            var policy = new LockoutPolicy(5, LockoutMode.Timed, first, Doubles: true, TimeSpan.FromSeconds(maximum.Get));
            var lasts = policy.DurationAfter(locks);
            return lasts >= first && lasts <= TimeSpan.FromSeconds(Math.Max(duration.Get, maximum.Get))
                && lasts <= policy.DurationAfter(locks + 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void LOCK_3_TheDoublingEnds_WithASuccess()
    {
        var policy = Given.Security with { Doubles = true, MaximumDuration = TimeSpan.FromHours(2) };
        var first = Given.After(policy, strangerFailures: 5);
        var second = Given.After(policy, strangerFailures: 5, from: first, at: Given.Now.AddMinutes(20));
        second.Stranger.LockedUntil.ShouldBe(Given.Now.AddMinutes(60));

        var lapsed = LockoutRules.Lapse(second, Given.Now.AddHours(1)).State;
        var third =
            Given.After(policy, strangerFailures: 5, from: LockoutRules.Succeed(lapsed, AttemptSource.Stranger), at: Given.Now.AddHours(1));

        third.Stranger.LockedUntil.ShouldBe(Given.Now.AddMinutes(80));
    }
}
