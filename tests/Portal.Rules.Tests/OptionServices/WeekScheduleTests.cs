using Portal.Rules.OptionServices;
using Shouldly;

namespace Portal.Rules.Tests.OptionServices;

public sealed class WeekScheduleTests
{
    [Theory]
    [InlineData("Mon 09:00-18:00; Mon 18:00-20:00", "")]
    [InlineData("Mon 09:00-18:00; Mon 17:59-20:00", "1 Overlaps")]
    [InlineData("Mon,Tue 22:00-06:00; Wed 05:59-07:00", "1 Overlaps")]
    [InlineData("Mon,Tue 22:00-06:00; Wed 06:00-07:00", "")]
    [InlineData("Sun 22:00-06:00; Mon 05:00-07:00", "1 Overlaps")]
    [InlineData("Sat 22:00-06:00; Sun 06:00-07:00", "")]
    [InlineData("Sat,Sun", "")]
    [InlineData("Sat,Sun; Sun 10:00-11:00", "1 Overlaps")]
    [InlineData("Fri 22:00-02:00; Sat,Sun", "1 Overlaps")]
    [InlineData("Mon,Mon 09:00-10:00", "0 Overlaps")]
    [InlineData(" 09:00-10:00", "0 NoDays")]
    [InlineData("Mon 09:00-", "0 HalfATime")]
    [InlineData("Mon -09:00; Tue -10:00", "0 HalfATime, 1 HalfATime")]
    [InlineData("Mon 09:00-09:00", "0 NoLength")]
    [InlineData("Mon 09:00-10:00; Mon 09:30-10:30; Mon 10:15-11:00", "1 Overlaps, 2 Overlaps")]
    public void OPT_1_SpansOfAWeek_GoOverMidnight_AndDoNotOverlap(string schedule, string expected) =>
        string.Join(", ", WeekSchedule.Find(Read(schedule)).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}"))
            .ShouldBe(expected);

    [Theory]
    [InlineData("Mon 22:00-06:00", DayOfWeek.Monday, "21:59", false)]
    [InlineData("Mon 22:00-06:00", DayOfWeek.Monday, "22:00", true)]
    [InlineData("Mon 22:00-06:00", DayOfWeek.Tuesday, "05:59", true)]
    [InlineData("Mon 22:00-06:00", DayOfWeek.Tuesday, "06:00", false)]
    [InlineData("Sat 22:00-06:00", DayOfWeek.Sunday, "00:00", true)]
    [InlineData("Mon 09:30-10:15", DayOfWeek.Monday, "09:29", false)]
    [InlineData("Mon 09:30-10:15", DayOfWeek.Monday, "09:30", true)]
    [InlineData("Mon 09:30-10:15", DayOfWeek.Monday, "10:14", true)]
    [InlineData("Mon 09:30-10:15", DayOfWeek.Monday, "10:15", false)]
    [InlineData("Mon 09:30-10:15", DayOfWeek.Tuesday, "09:45", false)]
    [InlineData("Sun", DayOfWeek.Sunday, "23:59", true)]
    [InlineData("Sun", DayOfWeek.Monday, "00:00", false)]
    public void OPT_1_AMomentLiesInASpan_OrNot(string schedule, DayOfWeek day, string time, bool holds) =>
        WeekSchedule.Holds(Read(schedule), day, At(time)).ShouldBe(holds);

    [Fact]
    public void OPT_1_OneThatEndsBeforeItBegins_EndsOnTheNextDay()
    {
        Read("Mon 22:00-06:00")[0].EndsOnTheNextDay.ShouldBeTrue();
        Read("Mon 06:00-22:00")[0].EndsOnTheNextDay.ShouldBeFalse();
        Read("Mon")[0].EndsOnTheNextDay.ShouldBeFalse();
    }

    private static List<WeekSpan> Read(string schedule) => [.. schedule.Split("; ").Select(ReadOne)];

    private static WeekSpan ReadOne(string text)
    {
        var parts = text.Split(' ');
        DayOfWeek[] days = [.. parts[0].Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(name => Enum.GetValues<DayOfWeek>().Single(day => day.ToString().StartsWith(name, StringComparison.Ordinal)))];
        var times = parts.ElementAtOrDefault(1)?.Split('-') ?? ["", ""];
        return new WeekSpan(days, times[0] == "" ? null : At(times[0]), times[1] == "" ? null : At(times[1]));
    }

    private static TimeOnly At(string time) => TimeOnly.ParseExact(time, "HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
