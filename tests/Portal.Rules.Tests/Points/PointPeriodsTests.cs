using Portal.Rules.Points;

namespace Portal.Rules.Tests.Points;

public sealed class PointPeriodsTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);
    private static readonly PointSpan Running = Span("2026-04-01", "2027-03-31");
    private static readonly PointSpan Over = Span("2025-04-01", "2026-03-31");

    [Theory]
    [InlineData("2026-04-01", "2027-03-31", null)]
    [InlineData("2027-04-01", "2028-03-31", null)]
    [InlineData("2027-03-31", "2028-03-31", PointPeriodFault.Overlaps)]
    [InlineData("2026-04-01", "2027-03-30", PointPeriodFault.Overlaps)]
    [InlineData("2026-04-02", "2027-03-31", PointPeriodFault.Overlaps)]
    [InlineData("2026-06-01", "2026-12-31", PointPeriodFault.Overlaps)]
    [InlineData("2020-01-01", "2030-12-31", PointPeriodFault.IsTooLong)]
    [InlineData("2027-04-01", "2037-03-31", null)]
    [InlineData("2027-04-01", "2037-04-01", PointPeriodFault.IsTooLong)]
    [InlineData("2025-04-01", "2026-03-31", PointPeriodFault.IsOver)]
    [InlineData("2024-01-01", "2026-11-26", PointPeriodFault.IsOver)]
    [InlineData("2027-05-01", "2027-04-30", PointPeriodFault.EndsBeforeItBegins)]
    public void PNTS_1_PointsAreGivenForOnePeriodADay(string from, string until, PointPeriodFault? fault) =>
        PointPeriods.FaultOf([Over, Running], Span(from, until), Today).ShouldBe(fault);

    [Theory]
    [InlineData("2026-11-27", null)]
    [InlineData("2026-11-26", PointPeriodFault.IsOver)]
    public void PNTS_1_TheLastDayStillCounts(string until, PointPeriodFault? fault) =>
        PointPeriods.FaultOf([], Span("2026-01-01", until), Today).ShouldBe(fault);

    [Theory]
    [InlineData(true, "2027-02-01", "2026-04-01", "2027-03-31")]
    [InlineData(false, "2027-02-01", "2026-02-01", "2027-01-31")]
    [InlineData(false, "2027-11-27", "2026-11-27", "2027-11-26")]
    [InlineData(false, "2026-11-27", "2026-11-27", "2027-11-26")]
    [InlineData(false, "2029-02-01", "2026-11-27", "2027-11-26")]
    [InlineData(false, null, "2026-11-27", "2027-11-26")]
    public void PNTS_1_AFormBeginsWithTheRunningPeriod_OrTheContractsYear(bool running, string? renews, string from, string until) =>
        PointPeriods.Suggested(running ? [Over, Running] : [Over], renews is null ? null : Day(renews), Today)
            .ShouldBe(Span(from, until));

    [Theory]
    [InlineData("2026-03-31", false)]
    [InlineData("2026-04-01", true)]
    [InlineData("2027-03-31", true)]
    [InlineData("2027-04-01", false)]
    public void PNTS_1_FirstAndLastDayBelongToIt(string day, bool within) => Running.Contains(Day(day)).ShouldBe(within);

    private static PointSpan Span(string from, string until) => new(Day(from), Day(until));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
