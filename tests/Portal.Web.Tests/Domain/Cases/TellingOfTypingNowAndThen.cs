using Portal.TestKit;
using Portal.Web.Domain.Cases.Live;

namespace Portal.Web.Tests.Domain.Cases;

/// <summary>How often it is told that somebody types, whatever their browser sends.</summary>
public sealed class TellingOfTypingNowAndThen
{
    private static readonly Guid Person = Guid.NewGuid();
    private static readonly Guid Case = Guid.NewGuid();

    [Fact]
    public void RX_06_CASE_8_OfOnePersonAndCase_ItIsToldOnceInTwoSeconds()
    {
        var time = FakeTime.StandingStill();
        var turns = new TypingTurns(time);

        turns.Claim(Person, Case).ShouldBeTrue();
        time.Advance(TypingTurns.Pause - TimeSpan.FromMilliseconds(1));
        turns.Claim(Person, Case).ShouldBeFalse();
        turns.Claim(Guid.NewGuid(), Case).ShouldBeTrue();
        turns.Claim(Person, Guid.NewGuid()).ShouldBeTrue();
        time.Advance(TimeSpan.FromMilliseconds(1));
        turns.Claim(Person, Case).ShouldBeTrue();
        turns.Claim(Person, Case).ShouldBeFalse();
    }

    [Fact]
    public void CASE_8_AClockThatWasPutBack_SilencesNobody()
    {
        var time = FakeTime.StandingStill();
        var turns = new TypingTurns(time);
        turns.Claim(Person, Case).ShouldBeTrue();

        time.Advance(TimeSpan.FromHours(-1));

        turns.Claim(Person, Case).ShouldBeTrue();
    }
}
