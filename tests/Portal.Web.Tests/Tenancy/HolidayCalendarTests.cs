using System.Globalization;
using Microsoft.Extensions.Options;
using Portal.Rules.Calendars;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Tests.Tenancy;

public sealed class HolidayCalendarTests : IDisposable
{
    private static readonly DeskProfile Desk = new([.. Enum.GetValues<DayOfWeek>()], "9:00", "17:30");

    private static readonly NamedZone Utc = NamedZone.Of("UTC");

    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("", "2026-11-23", false)]
    [InlineData("", "2026-11-24", true)]
    [InlineData("2026-11-24 free 創立記念日", "2026-11-24", false)]
    [InlineData("# remark\n\n2026-11-23   working # fair", "2026-11-23", true)]
    public void CASE_9_TheCalendarFile_AddsDaysAndTakesThem(string lines, string day, bool works) =>
        Works(Read(lines).Of(Desk, Utc), DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldBe(works);

    [Fact]
    public void CASE_9_TheProfilesOwnDays_ComeFirst()
    {
        var calendar = Read("2026-11-24 free\n2026-11-25 working");
        var desk = Desk with { WorkingDays = [new(2026, 11, 24)], FreeDays = [new(2026, 11, 25)] };

        Works(calendar.Of(desk, Utc), new(2026, 11, 24)).ShouldBeTrue();
        Works(calendar.Of(desk, Utc), new(2026, 11, 25)).ShouldBeFalse();
        Works(calendar.Of(Desk with { Holidays = false }, Utc), new(2026, 11, 23)).ShouldBeTrue();
        Works(calendar.Of(null, Utc), new(2026, 1, 1)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-13-01 free", 1)]
    [InlineData("2026-01-01 free\n2026-01-02 holiday", 2)]
    [InlineData("2026-01-01", 1)]
    public void CASE_9_ALineThatSaysNoDay_IsNamed(string lines, int number) =>
        Should.Throw<FormatException>(() => Read(lines)).Message.ShouldContain($"line {number}");

    [Fact]
    public void CASE_9_AWorkingDay_MayBeASaturday_AndTheDaysOfTheDeskAreItsOwn()
    {
        var desk = Desk with { Days = [DayOfWeek.Monday] };

        Works(Read("").Of(desk, Utc), new(2026, 11, 28)).ShouldBeFalse();
        Works(Read("2026-11-28 working").Of(desk, Utc), new(2026, 11, 28)).ShouldBeTrue();
        Works(Read("").Of(desk with { WorkingDays = [new(2026, 11, 28)] }, Utc), new(2026, 11, 28)).ShouldBeTrue();
        Works(Read("").Of(desk, Utc), new(2026, 11, 30)).ShouldBeTrue();
    }

    /// <summary>Clocks go forward on 29 March 2026 and back on 25 October: an hour less, an hour more.</summary>
    [Theory]
    [Trait("Review", "F12")]
    [InlineData("2026-03-28", "0:00", "24:00")]
    [InlineData("2026-10-24", "0:00", "24:00")]
    [InlineData("2026-03-28", "1:00", "5:00")]
    [InlineData("2026-10-24", "1:00", "5:00")]
    [InlineData("2026-03-28", "2:15", "2:45")]
    [InlineData("2026-10-24", "2:15", "2:45")]
    [InlineData("2026-03-28", "2:30", "3:15")]
    public void CASE_9_WhereClocksAreChanged_ElapsedTimeCounts(string first, string opens, string closes)
    {
        var desk = new DeskProfile([.. Enum.GetValues<DayOfWeek>()], opens, closes) { Holidays = false };
        var calendar = Read("").Of(desk, NamedZone.Of("Europe/Berlin"));
        var begin = DateTime.SpecifyKind(DateTime.Parse(first, CultureInfo.InvariantCulture), DateTimeKind.Utc);
        for (var from = begin; from < begin.AddDays(3); from = from.AddMinutes(13))
        {
            foreach (var minutes in new[] { 5, 30, 60, 240, 1500 })
            {
                var work = TimeSpan.FromMinutes(minutes);
                var due = calendar.After(from, work).ShouldNotBeNull();

                (due - from).ShouldBeGreaterThanOrEqualTo(work, "overdue before its time");
                calendar.Between(from, due).ShouldBe(work);
                if (closes == "24:00")
                {
                    due.ShouldBe(from + work, "round the clock nothing else counts than elapsed time");
                }
            }
        }
    }

    [Theory]
    [InlineData("2026-13-01 free", "line 1")]
    [InlineData(null, "Portal:Holidays:File")]
    public void CASE_9_AFileThatCannotBeRead_StopsTheStart(string? lines, string said)
    {
        var options = new HolidayOptions { File = lines is null ? file + ".gone" : file };
        File.WriteAllText(file, lines ?? "");

        new HolidayOptionsCheck().Validate(null, options).FailureMessage.ShouldNotBeNull().ShouldContain(said);
        new HolidayOptionsCheck().Validate(null, new HolidayOptions()).Succeeded.ShouldBeTrue();
    }

    private static bool Works(WorkingCalendar calendar, DateOnly day) =>
        calendar.Between(day.ToDateTime(TimeOnly.MinValue), day.AddDays(1).ToDateTime(TimeOnly.MinValue)) > TimeSpan.Zero;

    private HolidayCalendar Read(string lines)
    {
        File.WriteAllText(file, lines);
        return new HolidayCalendar(Options.Create(new HolidayOptions { File = file }));
    }
}
