using Portal.Rules.Lockout;
using Shouldly;

namespace Portal.Rules.Tests.Lockout;

public sealed class LockoutRulesTests
{
    private static readonly DateTimeOffset Now = Given.Now;
    private static readonly DateTimeOffset UnlockedAt = Now.AddMinutes(20);

    [Fact]
    public void LOCK_1_ACleanAccount_IsOpen()
    {
        LockoutRules.Check(LockoutState.Clear, AttemptSource.Stranger, Now).ShouldBe(new Gate.Open());
        LockoutRules.IsLocked(LockoutState.Clear, Now).ShouldBeFalse();
    }

    [Theory]
    [InlineData(AttemptSource.Stranger)]
    [InlineData(AttemptSource.KnownBrowser)]
    public void CG_01_TheFailureThatReachesTheLimit_Locks(AttemptSource source)
    {
        var three = Enumerable.Range(0, 3)
            .Aggregate(LockoutState.Clear, (current, _) => LockoutRules.Fail(current, Given.Security, source, Now).State);
        var (before, counted) = LockoutRules.Fail(three, Given.Security, source, Now);
        counted.ShouldBe(new FailureEffect.Counted(4));

        var (state, effect) = LockoutRules.Fail(before, Given.Security, source, Now);

        effect.ShouldBe(new FailureEffect.LockedNow(UnlockedAt));
        state.Of(source).ShouldBe(new SourceState(5, Now, UnlockedAt));
        LockoutRules.Check(state, source, Now).ShouldBe(new Gate.Locked(Now, UnlockedAt));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void CG_08_ATimedLock_EndsAtItsInstant(int secondsAfter, bool open)
    {
        var state = Given.After(Given.Security, strangerFailures: 5);
        var at = UnlockedAt.AddSeconds(secondsAfter);

        (LockoutRules.Check(state, AttemptSource.Stranger, at) is Gate.Open).ShouldBe(open);
        LockoutRules.IsLocked(state, at).ShouldBe(!open);
        LockoutRules.Lapse(state, at).ReleasedAt.ShouldBe(open ? UnlockedAt : null);
    }

    [Fact]
    public void CG_08_AfterATimedLock_TheCountStartsAnew()
    {
        var state = Given.After(Given.Security, strangerFailures: 5);

        var (next, effect) = LockoutRules.Fail(state, Given.Security, AttemptSource.Stranger, UnlockedAt);

        effect.ShouldBe(new FailureEffect.Counted(1));
        next.Stranger.ShouldBe(new SourceState(1, null, null));
    }

    [Fact]
    public void CG_09_AnAttemptAtALockedAccount_ExtendsNothing()
    {
        var state = Given.After(Given.Security, strangerFailures: 5);

        var (next, effect) = LockoutRules.Fail(state, Given.Security, AttemptSource.Stranger, Now.AddMinutes(19));

        next.ShouldBe(state);
        effect.ShouldBe(new FailureEffect.Counted(5));
    }

    [Fact]
    public void LOCK_3_UntilReleased_NeverEndsByItself()
    {
        var state = Given.After(Given.Control, strangerFailures: 5);
        var muchLater = Now.AddYears(100);

        LockoutRules.Check(state, AttemptSource.Stranger, muchLater).ShouldBe(new Gate.Locked(Now, null));
        LockoutRules.Lapse(state, muchLater).ShouldBe((state, null));
    }

    [Theory]
    [InlineData(AttemptSource.Stranger)]
    [InlineData(AttemptSource.KnownBrowser)]
    public void LOCK_3_Void_KillsThePasswordForEverySource(AttemptSource source)
    {
        var nine = Enumerable.Range(0, 9)
            .Aggregate(LockoutState.Clear, (current, _) => LockoutRules.Fail(current, Given.HomePhone, source, Now).State);
        LockoutRules.IsLocked(nine, Now).ShouldBeFalse();

        var (state, effect) = LockoutRules.Fail(nine, Given.HomePhone, source, Now);

        effect.ShouldBe(new FailureEffect.VoidedNow());
        LockoutRules.Check(state, AttemptSource.Stranger, Now).ShouldBe(new Gate.Voided(Now));
        LockoutRules.Check(state, AttemptSource.KnownBrowser, Now.AddYears(1)).ShouldBe(new Gate.Voided(Now));
        LockoutRules.IsLocked(state, Now).ShouldBeTrue();
    }

    [Fact]
    public void LOCK_3_NothingIsCountedOnAVoidPassword()
    {
        var state = Given.After(Given.HomePhone, strangerFailures: 10);

        LockoutRules.Fail(state, Given.HomePhone, AttemptSource.Stranger, Now.AddDays(1)).State.ShouldBe(state);
    }

    [Fact]
    public void LOCK_4_ARelease_ClearsLocksAndCounts()
    {
        var state = Given.After(Given.Control, strangerFailures: 5, knownFailures: 3);

        LockoutRules.Release(state).ShouldBe(LockoutState.Clear);
    }

    [Fact]
    public void LOCK_4_AReleaseOfAVoidPassword_LeavesItVoid()
    {
        var released = LockoutRules.Release(Given.After(Given.HomePhone, strangerFailures: 10));

        released.ShouldBe(LockoutState.Clear with { VoidedAt = Now });
        LockoutRules.PasswordSet(released).ShouldBe(LockoutState.Clear);
    }

    [Fact]
    public void LOCK_9_SettingAPassword_RemovesNoLock()
    {
        var state = Given.After(Given.Security, strangerFailures: 5, knownFailures: 2);

        var after = LockoutRules.PasswordSet(state);

        after.Stranger.ShouldBe(state.Stranger);
        after.Known.ShouldBe(SourceState.Clear);
        after.TotalFailures.ShouldBe(0);
    }

    [Fact]
    public void LOCK_1_ASuccess_ResetsTheCountOfItsOwnSource()
    {
        var state = Given.After(Given.Security, strangerFailures: 3, knownFailures: 4);

        var after = LockoutRules.Succeed(state, AttemptSource.KnownBrowser);

        after.ShouldBe(new LockoutState(new SourceState(3, null, null), SourceState.Clear, 0, 0, null));
    }

    [Fact]
    public void LOCK_10_TheOwnersSuccess_LeavesTheStrangersLocked()
    {
        var state = Given.After(Given.Security, strangerFailures: 5);
        LockoutRules.Check(state, AttemptSource.KnownBrowser, Now).ShouldBe(new Gate.Open());

        var after = LockoutRules.Succeed(state, AttemptSource.KnownBrowser);

        LockoutRules.Check(after, AttemptSource.Stranger, Now).ShouldBe(new Gate.Locked(Now, UnlockedAt));
    }

    [Fact]
    public void LOCK_9_ASuccessAfterALockHasEnded_LeavesItsReleaseToBeRecorded()
    {
        var after = LockoutRules.Succeed(Given.After(Given.Security, strangerFailures: 5), AttemptSource.Stranger);

        LockoutRules.Lapsed(after, UnlockedAt.AddHours(1)).ShouldBe([new LapsedLock(AttemptSource.Stranger, UnlockedAt)]);
    }

    [Fact]
    public void LOCK_9_TwoLocksThatEnded_AreTwoReleases()
    {
        var strangers = Given.After(Given.Security, strangerFailures: 5);
        var both = Given.After(Given.Security, 0, knownFailures: 5, from: strangers, at: Now.AddMinutes(5));

        LockoutRules.Lapsed(both, Now.AddHours(1)).ShouldBe(
            [new LapsedLock(AttemptSource.Stranger, UnlockedAt), new LapsedLock(AttemptSource.KnownBrowser, UnlockedAt.AddMinutes(5))]);
        LockoutRules.Lapse(both, UnlockedAt).ShouldBe((both with { Stranger = SourceState.Clear }, UnlockedAt));
        LockoutRules.Lapse(both, Now.AddHours(1))
            .ShouldBe((both with { Stranger = SourceState.Clear, Known = SourceState.Clear }, UnlockedAt.AddMinutes(5)));
    }

    [Fact]
    public void CG_12_TwentyLocksOfFive_MakeThePasswordVoid()
    {
        var state = LockoutState.Clear;
        for (var cycle = 0; cycle < 19; cycle++)
        {
            state = Given.After(Given.Security, strangerFailures: 5, from: state, at: Now.AddHours(cycle));
        }

        state.VoidedAt.ShouldBeNull();
        state = Given.After(Given.Security, strangerFailures: 4, from: state, at: Now.AddHours(19));
        var (voided, effect) = LockoutRules.Fail(state, Given.Security, AttemptSource.Stranger, Now.AddHours(19));

        effect.ShouldBe(new FailureEffect.VoidedNow());
        voided.TotalFailures.ShouldBe(LockoutPolicy.FailuresThatVoid);
        voided.VoidedAt.ShouldBe(Now.AddHours(19));
    }
}
