using Portal.Rules.Lockout;
using Portal.Rules.SecondFactors;

namespace Portal.Rules.Tests.Lockout;

/// <summary>Wrong codes of a second factor on the account's total.</summary>
public sealed class CodeFailureTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 13, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void MF_05_GuessingCodes_WinsAtMostThreeInTenThousand()
    {
        for (var apps = 1; apps <= 5; apps++)
        {
            var (state, guesses) = (LockoutState.Clear, 0);
            while (state.VoidedAt is null)
            {
                guesses += apps;
                state = LockoutRules.FailCode(state, apps, Now).State;
            }

            // Each guess meets the live codes of one secret, of a million that there are.
            (guesses * ((2 * Totp.Drift) + 1) / 1_000_000.0).ShouldBeLessThanOrEqualTo(0.0003, $"{apps} apps");
        }
    }

    [Fact]
    public void MF_05_AWrongCode_CountsOnTheTotalAlone()
    {
        var (state, effect) = LockoutRules.FailCode(LockoutState.Clear, 2, Now);

        state.ShouldBe(LockoutState.Clear with { TotalFailures = 2 });
        effect.ShouldBe(new FailureEffect.Counted(2));
    }

    [Fact]
    public void MF_05_TheHundredthGuess_Voids()
    {
        var (state, effect) = LockoutRules.FailCode(LockoutState.Clear with { TotalFailures = 99 }, 1, Now);

        state.VoidedAt.ShouldBe(Now);
        effect.ShouldBe(new FailureEffect.VoidedNow());
    }

    /// <summary>A code that was compared with several secrets is as many guesses.</summary>
    [Theory]
    [InlineData(98, 1, false)]
    [InlineData(99, 1, true)]
    [InlineData(94, 3, false)]
    [InlineData(95, 3, true)]
    public void MF_05_ItVoids_WhenOneMoreSuchCodeCouldPassTheHundredth(int before, int guesses, bool voids)
    {
        var (state, effect) = LockoutRules.FailCode(LockoutState.Clear with { TotalFailures = before }, guesses, Now);

        state.TotalFailures.ShouldBe(before + guesses);
        effect.ShouldBe(voids ? new FailureEffect.VoidedNow() : new FailureEffect.Counted(before + guesses));
    }

    [Fact]
    public void MF_05_AVoidPassword_StaysAsItIs() =>
        LockoutRules.FailCode(LockoutState.Clear with { TotalFailures = 100, VoidedAt = Now.AddDays(-1) }, 1,
            Now).State.VoidedAt.ShouldBe(Now.AddDays(-1));

    [Fact]
    public void MF_04_TooManyCodes_LockEveryBrowserOut()
    {
        var (state, effect) = LockoutRules.LockByCodes(LockoutState.Clear, Given.Security, Now);

        (state.Stranger, state.Known).ShouldBe((new SourceState(0, Now, Now.AddMinutes(20)), new SourceState(0, Now, Now.AddMinutes(20))));
        effect.ShouldBe(new FailureEffect.LockedNow(Now.AddMinutes(20)));
    }

    [Fact]
    public void LOCK_3_MFA_5_TooManyCodes_DoubleTheTime_AsWrongPasswordsDo()
    {
        var policy = Given.Security with { Doubles = true };
        var once = LockoutRules.LockByCodes(LockoutState.Clear, policy, Now).State;
        var (lapsed, again) = (LockoutRules.Lapse(once, Now.AddMinutes(20)).State, Now.AddMinutes(20));

        var twice = LockoutRules.LockByCodes(lapsed, policy, again).State;

        (once.Locks, twice.Locks).ShouldBe((1, 2));
        twice.Stranger.LockedUntil.ShouldBe(again.AddMinutes(40));
        Given.After(policy, strangerFailures: 5, from: lapsed, at: again).Stranger.LockedUntil.ShouldBe(again.AddMinutes(40));
    }

    [Fact]
    public void LOCK_3_MFA_5_TooManyCodes_LockUntilReleased_OrVoid_AsThePolicySays()
    {
        LockoutRules.LockByCodes(LockoutState.Clear, Given.Control, Now).State.Known.ShouldBe(new SourceState(0, Now, null));
        var (state, effect) = LockoutRules.LockByCodes(LockoutState.Clear, Given.HomePhone, Now);
        state.ShouldBe(LockoutState.Clear with { VoidedAt = Now });
        effect.ShouldBe(new FailureEffect.VoidedNow());
    }

    [Fact]
    public void MFA_5_TooManyCodes_ChangeNothingAboutAVoidPassword()
    {
        var state = LockoutState.Clear with { VoidedAt = Now.AddDays(-1), TotalFailures = 30 };

        LockoutRules.LockByCodes(state, Given.Security, Now).ShouldBe((state, new FailureEffect.Counted(30)));
    }

    [Fact]
    public void MF_04_TooManyCodes_ShortenNoLockThatEndsLater()
    {
        var (released, long_) = (new SourceState(5, Now.AddHours(-1), null), new SourceState(5, Now.AddHours(-1), Now.AddHours(8)));

        LockoutRules.LockByCodes(LockoutState.Clear with { Stranger = released, Known = long_ }, Given.Security, Now).State
            .ShouldBe(LockoutState.Clear with { Stranger = released, Known = long_, Locks = 1 });
        LockoutRules.LockByCodes(LockoutState.Clear with { Stranger = long_ }, Given.Control, Now).State.Stranger
            .ShouldBe(long_ with { LockedUntil = null });
    }
}
