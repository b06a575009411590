using Portal.Rules.SecondFactors;

namespace Portal.Rules.Tests.SecondFactors;

/// <summary>How often codes are mailed to an account.</summary>
public sealed class EmailCodePaceTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 13, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void MF_07_TheFirstCode_IsFree() => Decide().ShouldBe(new EmailCodeRoom.Free());

    [Theory]
    [InlineData(0, 60)]
    [InlineData(1, 59)]
    [InlineData(59, 1)]
    public void MF_07_WithinAMinute_TheNextOneWaits(int secondsAgo, int wait) =>
        Decide(Mailed(TimeSpan.FromSeconds(secondsAgo), 1)).ShouldBe(new EmailCodeRoom.TooSoon(TimeSpan.FromSeconds(wait)));

    [Fact]
    public void MF_07_AfterAMinute_TheNextOneIsFree() => Decide(Mailed(TimeSpan.FromSeconds(60), 4)).ShouldBe(new EmailCodeRoom.Free());

    [Fact]
    public void MF_07_TheLastOfAnySignIn_IsWhatIsWaitedFor() =>
        Decide(Mailed(TimeSpan.FromSeconds(20), 1), Mailed(TimeSpan.FromMinutes(5), 1))
            .ShouldBe(new EmailCodeRoom.TooSoon(TimeSpan.FromSeconds(40)));

    [Fact]
    public void MF_07_TheHoursCodes_AreThoseOfAllSignIns_AndRoomComesWithTheOldest() =>
        Decide(Mailed(TimeSpan.FromMinutes(50), 1), Mailed(TimeSpan.FromMinutes(40), 2), Mailed(TimeSpan.FromMinutes(10), 2))
            .ShouldBe(new EmailCodeRoom.Full(TimeSpan.FromMinutes(10)));

    [Fact]
    public void MF_07_WhereThereAreMoreThanTheHoursCodes_RoomComesWhenEnoughAreOld() =>
        Decide(Mailed(TimeSpan.FromMinutes(50), 1), Mailed(TimeSpan.FromMinutes(40), 2), Mailed(TimeSpan.FromMinutes(10), 4))
            .ShouldBe(new EmailCodeRoom.Full(TimeSpan.FromMinutes(20)));

    [Fact]
    public void MF_07_NobodyWaitsLongerThanAnHour() =>
        Decide(Mailed(TimeSpan.Zero, 5)).ShouldBe(new EmailCodeRoom.Full(TimeSpan.FromHours(1)));

    [Fact]
    public void MF_07_AnIntervalLongerThanTheRestOfTheHour_IsKept() =>
        EmailCodePace.Decide([Mailed(TimeSpan.FromMinutes(59), 4), Mailed(TimeSpan.FromMinutes(20), 1)], TimeSpan.FromMinutes(30), 5, Now)
            .ShouldBe(new EmailCodeRoom.Full(TimeSpan.FromMinutes(10)));

    [Fact]
    public void MF_07_AnHourLater_NothingCounts() => Decide(Mailed(TimeSpan.FromHours(1), 5)).ShouldBe(new EmailCodeRoom.Free());

    private static MailedCodes Mailed(TimeSpan ago, int codes) => new(Now - ago, codes);

    private static EmailCodeRoom Decide(params MailedCodes[] mailed) => EmailCodePace.Decide(mailed, TimeSpan.FromMinutes(1), 5, Now);
}
