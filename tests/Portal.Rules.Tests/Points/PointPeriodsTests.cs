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
    [InlineData(false, "2027-02-01", "2026-04-01", "2027-01-31")]
    [InlineData(false, "2027-11-27", "2026-11-27", "2027-11-26")]
    [InlineData(false, "2026-11-27", "2026-11-27", "2027-11-26")]
    [InlineData(false, "2029-02-01", "2026-11-27", "2027-11-26")]
    [InlineData(false, null, "2026-11-27", "2027-11-26")]
    public void PNTS_1_AFormBeginsWithTheRunningPeriod_OrTheContractsYear(bool running, string? renews, string from, string until) =>
        PointPeriods.Suggested(running ? [Over, Running] : [Over], renews is null ? null : Day(renews), Today)
            .ShouldBe(Span(from, until));

    [Fact]
    public void PNTS_1_TheDaysThatAFormBeginsWith_AreNeverRefused()
    {
        var random = new Random(7);
        for (var i = 0; i < 5_000; i++)
        {
            var known = Known(random);
            var renews = random.Next(3) == 0 ? (DateOnly?)null : Today.AddDays(random.Next(-400, 800));

            var suggested = PointPeriods.Suggested(known, renews, Today);

            PointPeriods.FaultOf(known, suggested, Today).ShouldBeNull($"{suggested} for {string.Join(' ', known)}, renewed {renews}");
            suggested.Contains(Today).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("2026-05-01", "2027-04-30", "2026-04-01")]
    [InlineData("2026-03-01", "2026-04-30", "2025-04-01")]
    [InlineData("2026-04-01", "2027-03-31", null)]
    [InlineData("2027-04-01", "2028-03-31", null)]
    public void PNTS_1_WhatIsInTheWay_IsTheFirstPeriodThatIsCut(string from, string until, string? other) =>
        (PointPeriods.InTheWay([Running, Over], Span(from, until))?.From).ShouldBe(other is null ? null : Day(other));

    [Theory]
    [InlineData("2026-03-31", false)]
    [InlineData("2026-04-01", true)]
    [InlineData("2027-03-31", true)]
    [InlineData("2027-04-01", false)]
    public void PNTS_1_FirstAndLastDayBelongToIt(string day, bool within) => Running.Contains(Day(day)).ShouldBe(within);

    [Theory]
    [InlineData("2025-01-01", "2026-04-01", true)]
    [InlineData("2025-01-01", "2026-03-31", false)]
    [InlineData("2027-03-31", "2027-04-30", true)]
    [InlineData("2027-04-01", "2027-04-30", false)]
    [InlineData("2026-06-01", "2026-06-01", true)]
    public void PNTS_1_OneSharedDayIsTooMuch_WhicheverComesFirst(string from, string until, bool overlaps)
    {
        Running.Overlaps(Span(from, until)).ShouldBe(overlaps);
        Span(from, until).Overlaps(Running).ShouldBe(overlaps);
    }

    /// <summary>Some periods one after the other, with gaps or without, before, at and after today.</summary>
    private static List<PointSpan> Known(Random random)
    {
        var known = new List<PointSpan>();
        for (var day = Today.AddDays(-random.Next(900)); known.Count < 4 && random.Next(4) > 0;)
        {
            var from = day.AddDays(random.Next(3) * random.Next(200));
            known.Add(new PointSpan(from, from.AddDays(random.Next(400))));
            day = known[^1].Until.AddDays(1);
        }

        return known;
    }

    private static PointSpan Span(string from, string until) => new(Day(from), Day(until));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
