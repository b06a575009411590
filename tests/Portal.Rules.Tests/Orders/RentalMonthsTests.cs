using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Orders;

namespace Portal.Rules.Tests.Orders;

public sealed class RentalMonthsTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    /// <summary>Start, months, last day: across ends of months and years, and in leap years.</summary>
    [Theory]
    [InlineData("2026-04-01", 1, "2026-04-30")]
    [InlineData("2026-04-15", 1, "2026-05-14")]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2028-01-31", 1, "2028-02-29")]
    [InlineData("2026-01-30", 1, "2026-02-28")]
    [InlineData("2026-01-29", 1, "2026-02-28")]
    [InlineData("2028-01-29", 1, "2028-02-28")]
    [InlineData("2026-01-28", 1, "2026-02-27")]
    [InlineData("2026-01-31", 2, "2026-03-30")]
    [InlineData("2026-01-31", 3, "2026-04-30")]
    [InlineData("2026-02-01", 1, "2026-02-28")]
    [InlineData("2028-02-01", 1, "2028-02-29")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    [InlineData("2028-02-29", 48, "2032-02-28")]
    [InlineData("2026-12-31", 1, "2027-01-30")]
    [InlineData("2026-12-15", 1, "2027-01-14")]
    [InlineData("2026-10-31", 1, "2026-11-30")]
    public void ORDER_1_APeriod_EndsAsTheCivilCodeSays(string start, int months, string last) =>
        new RentalPeriod(Day(start), months).End.ShouldBe(Day(last));

    [Theory]
    [InlineData("2026-01-31", "2026-02-28", 0)]
    [InlineData("2026-01-31", "2026-03-01", 1)]
    [InlineData("2026-01-31", "2026-03-30", 1)]
    [InlineData("2026-01-31", "2026-03-31", 2)]
    [InlineData("2026-04-15", "2026-04-15", 0)]
    [InlineData("2026-04-15", "2026-05-14", 0)]
    [InlineData("2026-04-15", "2026-05-15", 1)]
    [InlineData("2026-12-31", "2027-01-30", 0)]
    [InlineData("2026-12-31", "2027-01-31", 1)]
    public void ORDER_1_ADay_LiesInOneMonthOfTheRental(string start, string day, int month) =>
        RentalMonths.Of(Day(start), Day(day)).ShouldBe(month);

    [Fact]
    public void ORDER_1_MonthsFollowOneAnother_WithoutAGapOrADayTwice() => Prop.ForAll<ushort, byte>((days, month) =>
    {
        var start = new DateOnly(2020, 1, 1).AddDays(days);
        var (first, next) = (RentalMonths.Start(start, month), RentalMonths.Start(start, month + 1));
        var length = next.DayNumber - first.DayNumber;
        return length is >= 28 and <= 31 && RentalMonths.End(start, month + 1).AddDays(1) == next
            && RentalMonths.Of(start, first) == month && RentalMonths.Of(start, next.AddDays(-1)) == month;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-11-29", 1, PeriodFault.TooSoon)]
    [InlineData("2026-11-30", 1, null)]
    [InlineData("2026-11-30", null, null)]
    [InlineData("2026-11-30", 60, null)]
    [InlineData("2026-11-30", 0, PeriodFault.WrongLength)]
    [InlineData("2026-11-30", -1, PeriodFault.WrongLength)]
    [InlineData("2026-11-30", 61, PeriodFault.WrongLength)]
    [InlineData("2027-11-27", 1, null)]
    [InlineData("2027-11-28", 1, PeriodFault.TooFar)]
    public void ORDER_1_APeriod_BeginsWhenItCanBeDelivered(string start, int? months, PeriodFault? fault) =>
        new RentalPeriod(Day(start), months).Find(Today, 3, 0).ShouldBe(Faults(fault));

    [Theory]
    [InlineData(11, 12, PeriodFault.BelowMinimum)]
    [InlineData(12, 12, null)]
    [InlineData(1, 0, null)]
    [InlineData(0, 12, PeriodFault.WrongLength)]
    [InlineData(null, 12, null)]
    public void ORDER_1_ATermOfSomeMonths_LastsTheMinimumTermAtLeast(int? months, int minimum, PeriodFault? fault) =>
        new RentalPeriod(Today.AddDays(3), months).Find(Today, 3, minimum).ShouldBe(Faults(fault));

    [Fact]
    public void ORDER_1_WhatIsWrongWithStartAndLength_IsFoundTogether()
    {
        new RentalPeriod(Today, 2).Find(Today, 3, 3).ShouldBe([PeriodFault.TooSoon, PeriodFault.BelowMinimum]);
        new RentalPeriod(Today.AddDays(999), 61).Find(Today, 3, 3).ShouldBe([PeriodFault.TooFar, PeriodFault.WrongLength]);
    }

    [Theory]
    [InlineData(null, null, 1, true)]
    [InlineData(1, "2026-11-26", 1, false)]
    [InlineData(1, "2026-11-27", 1, true)]
    [InlineData(6, "2026-11-28", 6, true)]
    public void CANCEL_1_ARental_RunsToItsLastDay(int? months, string? last, int billed, bool runs)
    {
        // Counted back: these months end on that day.
        var start = last is null ? Today : Day(last).AddDays(1).AddMonths(-months!.Value);
        var period = new RentalPeriod(start, months);

        (period.BilledMonths, period.RunsOn(Today)).ShouldBe((billed, runs));
    }

    [Fact]
    public void WhatIsNoMonth_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => RentalMonths.Start(Today, -1));
        Should.Throw<ArgumentOutOfRangeException>(() => RentalMonths.End(Today, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => RentalMonths.Of(Today, Today.AddDays(-1)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static PeriodFault[] Faults(PeriodFault? fault) => fault is { } one ? [one] : [];
}
