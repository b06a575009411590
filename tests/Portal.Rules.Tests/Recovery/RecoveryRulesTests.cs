using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Recovery;
using Shouldly;

namespace Portal.Rules.Tests.Recovery;

public sealed class RecoveryRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset OpensAt = Now.AddMinutes(20);
    private static readonly RecoveryPolicy Policy = new(5, TimeSpan.FromMinutes(20), 3, TimeSpan.FromHours(24));

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(6, true)]
    public void EN_04_FiveMismatches_StopTheRoad(int mismatches, bool blocked) =>
        RecoveryRules.IsBlocked(After(mismatches), Now).ShouldBe(blocked);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void RESET_2_AfterTwentyMinutes_ItIsOpenAgain(int secondsAfter, bool blocked) =>
        RecoveryRules.IsBlocked(After(5), OpensAt.AddSeconds(secondsAfter)).ShouldBe(blocked);

    [Fact]
    public void TEMP_1_AMismatchWhileStopped_ExtendsNothing() =>
        RecoveryRules.Mismatch(After(5), Policy, OpensAt.AddSeconds(-1)).ShouldBe(new RecoveryState(5, OpensAt));

    [Fact]
    public void TEMP_1_AfterABlock_TheCountStartsAnew() =>
        RecoveryRules.Mismatch(After(5), Policy, OpensAt).ShouldBe(new RecoveryState(1, null));

    [Fact]
    public void RESET_2_AMatch_StartsTheCountAnew() => RecoveryRules.Match(After(4)).ShouldBe(RecoveryState.Clear);

    [Fact]
    public void RESET_2_AMatchWhileStopped_OpensNothing() => RecoveryRules.Match(After(5)).ShouldBe(After(5));

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, false)]
    public void TR_13_ThreeRequestsAnHour_LeadToAMail(int requests, bool may) => RecoveryRules.MayRequest(Policy, requests).ShouldBe(may);

    [Theory]
    [InlineData(0, true)]
    [InlineData(86_399, true)]
    [InlineData(86_400, false)]
    public void TR_14_AfterACompletedReset_ThereIsAPause(int secondsLater, bool paused) =>
        RecoveryRules.IsPaused(Policy, Now, Now.AddSeconds(secondsLater)).ShouldBe(paused);

    [Fact]
    public void TR_14_WithoutACompletedReset_ThereIsNoPause()
    {
        RecoveryRules.IsPaused(Policy, null, Now).ShouldBeFalse();
        RecoveryRules.IsPaused(new RecoveryPolicy(5, TimeSpan.FromMinutes(20), 3), Now, Now).ShouldBeFalse();
    }

    [Fact]
    public void RESET_2_WhateverIsTried_FiveInARowAreAllThatIsAnswered() =>
        Prop.ForAll<byte[]>(steps =>
        {
            var (state, now, inARow) = (RecoveryState.Clear, Now, 0);
            foreach (var step in steps)
            {
                now += TimeSpan.FromMinutes(step % 16 == 0 ? step / 8 : 0);
                if (RecoveryRules.IsBlocked(state, now))
                {
                    state = RecoveryRules.Mismatch(state, Policy, now);
                    continue;
                }

                (state, inARow) = step % 16 == 1
                    ? (RecoveryRules.Match(state), 0)
                    : (RecoveryRules.Mismatch(state, Policy, now), inARow + 1);
                if (inARow > 5 || RecoveryRules.IsBlocked(state, now) != (inARow == 5))
                {
                    return false;
                }

                inARow %= 5;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static RecoveryState After(int mismatches) =>
        Enumerable.Range(0, mismatches).Aggregate(RecoveryState.Clear, (state, _) => RecoveryRules.Mismatch(state, Policy, Now));
}
