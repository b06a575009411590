using System.Globalization;
using Portal.Rules.Calendars;

namespace Portal.Rules.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingSpan Office = new(TimeSpan.FromHours(9), TimeSpan.FromHours(17.5));

    /// <summary>Monday to Friday, 9:00 to 17:30, without holidays of Japan.</summary>
    private static readonly WorkingCalendar Desk = new(
        Enum.GetValues<DayOfWeek>().Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ToDictionary(day => day, _ => Office),
        JapaneseHolidays.Contain);

    [Theory]
    [InlineData("2026-11-24 10:00", 4, "2026-11-24 14:00")] // within a day
    [InlineData("2026-11-24 10:00", 7.5, "2026-11-24 17:30")] // to its very end
    [InlineData("2026-11-24 16:00", 4, "2026-11-25 11:30")] // over night
    [InlineData("2026-11-24 07:00", 1, "2026-11-24 10:00")] // before work begins
    [InlineData("2026-11-24 18:00", 1, "2026-11-25 10:00")] // after it has ended
    [InlineData("2026-11-27 17:00", 1, "2026-11-30 09:30")] // over a weekend
    [InlineData("2026-11-20 17:00", 1, "2026-11-24 09:30")] // over a weekend with a holiday on Monday
    [InlineData("2026-05-01 17:00", 1, "2026-05-07 09:30")] // over the golden week and its substitute
    [InlineData("2026-12-31 17:00", 1, "2027-01-04 09:30")] // over the turn of the year
    [InlineData("2026-11-21 12:00", 0, "2026-11-24 09:00")] // nothing to do is done when work begins
    [InlineData("2026-11-24 10:00", 42.5, "2026-12-01 10:00")] // a week of work
    public void CASE_9_WhenThatMuchWorkIsDone(string from, double hours, string expected) =>
        Desk.After(At(from), TimeSpan.FromHours(hours)).ShouldBe(At(expected));

    [Theory]
    [InlineData("2026-11-24 10:00", "2026-11-24 14:00", 4)]
    [InlineData("2026-11-24 16:00", "2026-11-25 10:00", 2.5)]
    [InlineData("2026-11-20 17:00", "2026-11-24 09:30", 1)]
    [InlineData("2026-11-21 00:00", "2026-11-23 23:59", 0)]
    [InlineData("2026-11-25 10:00", "2026-11-24 10:00", 0)]
    public void CASE_9_HowMuchWorkLiesBetween(string from, string until, double hours) =>
        Desk.Between(At(from), At(until)).ShouldBe(TimeSpan.FromHours(hours));

    [Fact]
    public void CASE_9_WhatEndsAfterSoMuchWork_HasSoMuchBetween()
    {
        var random = new Random(9);
        for (var i = 0; i < 2000; i++)
        {
            var from = At("2026-01-01 00:00").AddMinutes(random.Next(365 * 24 * 60));
            var work = TimeSpan.FromMinutes(random.Next(1, 200 * 60));
            Desk.Between(from, Desk.After(from, work)!.Value).ShouldBe(work, $"{from} + {work}");
        }
    }

    [Fact]
    public void CASE_9_RoundTheClock_WorkIsTime()
    {
        WorkingCalendar.Always.After(At("2026-12-31 23:00"), TimeSpan.FromHours(30)).ShouldBe(At("2027-01-02 05:00"));
        WorkingCalendar.Always.Between(At("2026-02-27 12:00"), At("2026-03-01 12:00")).ShouldBe(TimeSpan.FromDays(2));
    }

    [Fact]
    public void CASE_9_WithoutAWorkingDay_NothingIsEverDone()
    {
        var closed = new WorkingCalendar(new Dictionary<DayOfWeek, WorkingSpan>(), _ => false);
        closed.After(At("2026-01-01 00:00"), TimeSpan.FromMinutes(1)).ShouldBeNull();
        closed.Between(At("2026-01-01 00:00"), At("2027-01-01 00:00")).ShouldBe(TimeSpan.Zero);
        Desk.After(DateTime.MaxValue.AddDays(-1), TimeSpan.FromHours(100)).ShouldBeNull();
    }

    [Theory]
    [InlineData(9, 9)]
    [InlineData(17, 9)]
    [InlineData(-1, 9)]
    [InlineData(9, 25)]
    public void CASE_9_ASpanThatIsNone_IsRefused(int from, int until) => Should.Throw<ArgumentException>(() => new WorkingCalendar(
        new Dictionary<DayOfWeek, WorkingSpan> { [DayOfWeek.Monday] = new(TimeSpan.FromHours(from), TimeSpan.FromHours(until)) },
        _ => false));

    private static DateTime At(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
