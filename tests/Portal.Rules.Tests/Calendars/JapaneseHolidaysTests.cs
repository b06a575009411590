using System.Globalization;
using Portal.Rules.Calendars;

namespace Portal.Rules.Tests.Calendars;

public sealed class JapaneseHolidaysTests
{
    [Theory]
    [InlineData(2026, "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23")]
    [InlineData(2027, "01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23")]
    [InlineData(2032, "01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-21 09-22 10-11 11-03 11-23")]
    public void CASE_9_TheHolidaysOfAYear(int year, string expected) => JapaneseHolidays.Of(year).Order()
        .Select(day => day.ToString("MM-dd", CultureInfo.InvariantCulture)).ShouldBe(expected.Split(' '));

    [Fact]
    public void CASE_9_NoSundayHolidayIsWithoutASubstitute_AndNoSingleDayBetweenTwoIsAWorkingDay()
    {
        for (var year = JapaneseHolidays.FirstYear; year <= JapaneseHolidays.LastYear; year++)
        {
            var days = JapaneseHolidays.Of(year);
            days.Count.ShouldBeInRange(16, 22, $"{year}");
            days.Where(day => day.DayOfWeek == DayOfWeek.Sunday)
                .ShouldAllBe(day => days.Contains(day.AddDays(1)) || days.Contains(day.AddDays(2)) || days.Contains(day.AddDays(3)));
            days.Where(day => days.Contains(day.AddDays(2))).ShouldAllBe(day => days.Contains(day.AddDays(1)));
        }
    }

    [Theory]
    [InlineData(2021, false)]
    [InlineData(2022, true)]
    [InlineData(2099, true)]
    [InlineData(2100, false)]
    public void CASE_9_NewYearIsAHoliday_InTheYearsThatAreKnown(int year, bool isHoliday) =>
        JapaneseHolidays.Contain(new DateOnly(year, 1, 1)).ShouldBe(isHoliday);

    [Theory]
    [InlineData(2021)]
    [InlineData(2100)]
    public void CASE_9_YearsOfOtherLawsAreRefused(int year) =>
        Should.Throw<ArgumentOutOfRangeException>(() => JapaneseHolidays.Of(year));
}
