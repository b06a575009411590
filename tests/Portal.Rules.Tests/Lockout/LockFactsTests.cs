using Portal.Rules.Lockout;

namespace Portal.Rules.Tests.Lockout;

/// <summary>Since when, until when and why: one reading for every page.</summary>
public sealed class LockFactsTests
{
    private static readonly DateTimeOffset Now = Given.Now;
    private static readonly SourceState Ended = new(5, Now.AddMinutes(-40), Now.AddMinutes(-20));
    private static readonly SourceState Live = new(5, Now.AddMinutes(-10), Now.AddMinutes(10));
    private static readonly SourceState Longer = new(3, Now.AddMinutes(-5), Now.AddMinutes(30));
    private static readonly SourceState UntilReleased = new(4, Now.AddMinutes(-1), null);

    [Fact]
    public void LOCK_10_NothingIsLocked_WhereNothingIsOrAllHasRunOut()
    {
        LockFacts.Of(LockoutState.Clear, Now).ShouldBeNull();
        LockFacts.Of(Both(Ended, Ended), Now).ShouldBeNull();
        LockFacts.Of(Both(Live, SourceState.Clear), Now.AddMinutes(10)).ShouldBeNull();
    }

    [Fact]
    public void LOCK_10_ALockThatHasRunOut_HidesNoLiveOneOfTheOtherSource()
    {
        LockFacts.Of(Both(Ended, Live), Now).ShouldBe(new LockFacts(Live.LockedAt!.Value, Live.LockedUntil, false, 5));
        LockFacts.Of(Both(Live, Ended), Now).ShouldBe(new LockFacts(Live.LockedAt!.Value, Live.LockedUntil, false, 5));
    }

    [Fact]
    public void LOCK_10_OfTwoLocks_ItIsLockedSinceTheFirstUntilTheLast()
    {
        LockFacts.Of(Both(Live, Longer), Now).ShouldBe(new LockFacts(Live.LockedAt!.Value, Longer.LockedUntil, false, 8));
        LockFacts.Of(Both(Longer, Live), Now).ShouldBe(new LockFacts(Live.LockedAt!.Value, Longer.LockedUntil, false, 8));
        LockFacts.Of(Both(Live, UntilReleased), Now).ShouldBe(new LockFacts(Live.LockedAt!.Value, null, false, 9));
    }

    [Fact]
    public void LOCK_3_AVoidPassword_IsVoidWhateverElseIsLocked() =>
        LockFacts.Of(Both(Live, Live) with { VoidedAt = Now.AddDays(-1), TotalFailures = 100 }, Now)
            .ShouldBe(new LockFacts(Now.AddDays(-1), null, true, 100));

    private static LockoutState Both(SourceState stranger, SourceState known) => new(stranger, known, 0, 0, null);
}
