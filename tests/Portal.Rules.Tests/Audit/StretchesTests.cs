using Portal.Rules.Audit;

namespace Portal.Rules.Tests.Audit;

public sealed class StretchesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, "0")]
    [InlineData(3, "0 60 1440")]
    [InlineData(2, "0 60 1441 1442")]
    [InlineData(1, "0 -1441 0")]
    [InlineData(3, "0 -1440 10 1441")]
    public void HIST_5_AStretchSpansADayAtMost(int length, string minutes) =>
        Stretches.Length([.. minutes.Split(' ').Select(at => Now.AddMinutes(int.Parse(at, null)))]).ShouldBe(length);

    [Fact]
    public void ADMIN_7_AStretchIsShort() => Stretches.Length([.. Enumerable.Repeat(Now, Stretches.Most + 1)]).ShouldBe(Stretches.Most);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 6)]
    [InlineData(90, 95)]
    [InlineData(-3, 5)]
    public void AU_04_NothingIsSettled_ThatAnOpenTransactionMayStillBring(int oldest, int before) =>
        Stretches.SettledUntil(Now, TimeSpan.FromMinutes(oldest)).ShouldBe(Now.AddMinutes(-before));

    [Fact]
    public void AU_04_WhatIsSettledStaysSettled()
    {
        var first = SealMoments.Of(null, Now, Now.AddHours(1), Now.AddMinutes(-5));
        first.ShouldBe(new SealMoments(Now, Now, Now.AddMinutes(-5)), "nothing happened later than it was sealed");
        SealMoments.Of(first, Now.AddMinutes(1), Now, Now.AddMinutes(-10)).SettledUntil.ShouldBe(Now.AddMinutes(-5));
        SealMoments.Of(first, Now.AddMinutes(1), Now, null).SettledUntil.ShouldBe(Now.AddMinutes(-5));
        SealMoments.Of(null, Now, Now, null).SettledUntil.ShouldBe(SealMoments.Beginning);
    }

    [Fact]
    public void ADMIN_7_MomentsAreThoseThatTheDatabaseKeeps() =>
        SealMoments.Of(null, Now.AddTicks(17), Now, Now.AddTicks(3)).ShouldBe(new SealMoments(Now.AddTicks(10), Now, Now));
}
