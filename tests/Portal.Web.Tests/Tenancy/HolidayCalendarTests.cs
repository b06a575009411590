using System.Globalization;
using Microsoft.Extensions.Options;
using Portal.Rules.Calendars;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Tests.Tenancy;

public sealed class HolidayCalendarTests : IDisposable
{
    private static readonly DeskProfile Desk = new([.. Enum.GetValues<DayOfWeek>()], "9:00", "17:30");

    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("", "2026-11-23", false)]
    [InlineData("", "2026-11-24", true)]
    [InlineData("2026-11-24 free 創立記念日", "2026-11-24", false)]
    [InlineData("# remark\n\n2026-11-23   working # fair", "2026-11-23", true)]
    public void CASE_9_TheCalendarFile_AddsDaysAndTakesThem(string lines, string day, bool works) =>
        Works(Read(lines).Of(Desk), DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldBe(works);

    [Fact]
    public void CASE_9_TheProfilesOwnDays_ComeFirst()
    {
        var calendar = Read("2026-11-24 free\n2026-11-25 working");
        var desk = Desk with { WorkingDays = [new(2026, 11, 24)], FreeDays = [new(2026, 11, 25)] };

        Works(calendar.Of(desk), new(2026, 11, 24)).ShouldBeTrue();
        Works(calendar.Of(desk), new(2026, 11, 25)).ShouldBeFalse();
        Works(calendar.Of(Desk with { Holidays = false }), new(2026, 11, 23)).ShouldBeTrue();
        Works(calendar.Of(null), new(2026, 1, 1)).ShouldBeTrue();
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

        Works(Read("").Of(desk), new(2026, 11, 28)).ShouldBeFalse();
        Works(Read("2026-11-28 working").Of(desk), new(2026, 11, 28)).ShouldBeTrue();
        Works(Read("").Of(desk with { WorkingDays = [new(2026, 11, 28)] }), new(2026, 11, 28)).ShouldBeTrue();
        Works(Read("").Of(desk), new(2026, 11, 30)).ShouldBeTrue();
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
