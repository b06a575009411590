using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Orders;

namespace Portal.Rules.Tests.Orders;

public sealed class CancellingTests
{
    private static readonly TaxRate Ten = TaxRate.OfPercent(10);

    /// <summary>
    /// 3,000 yen a month from 31 January 2026: what the days until then cost, and the rest of three months.
    /// </summary>
    [Theory]
    [InlineData("2026-01-30", 0, 9_000)]
    [InlineData("2026-01-31", 103, 8_897)]
    [InlineData("2026-02-15", 1_655, 7_345)]
    [InlineData("2026-02-27", 2_896, 6_104)]
    [InlineData("2026-02-28", 3_000, 6_000)]
    [InlineData("2026-03-01", 3_100, 5_900)]
    [InlineData("2026-03-30", 6_000, 3_000)]
    [InlineData("2026-04-29", 8_903, 97)]
    [InlineData("2026-04-30", 9_000, 0)]
    [InlineData("2026-05-01", 9_100, 0)]
    public void CANCEL_1_DaysOfAMonth_ArePartsOfItsDays_AndTheRestOfTheMinimumTermIsAFee(string last, long used, long fee)
    {
        var (start, day) = (new DateOnly(2026, 1, 31), Day(last));

        RentalPrice.Until(new Yen(3_000), start, day).ShouldBe(new Yen(used));
        RentalPrice.FeeForEnding(new Yen(3_000), 3, start, day).ShouldBe(new Yen(fee));
        RentalPrice.FeeForEnding(new Yen(3_000), 0, start, day).ShouldBe(Yen.Zero);
    }

    [Fact]
    public void CANCEL_1_WithinTheMinimumTerm_UseAndFeeMakeTheWholeTerm_AndNothingIsEverNegative() =>
        Prop.ForAll<ushort, ushort, uint>((price, startsAfter, term) =>
        {
            var start = new DateOnly(2024, 1, 1).AddDays(startsAfter);
            var (monthly, months, last) = (new Yen(price), (int)(term % 24) + 1, start.AddDays((int)(term / 24 % 900)));
            var (used, fee) = (RentalPrice.Until(monthly, start, last), RentalPrice.FeeForEnding(monthly, months, start, last));
            var isWithin = last <= RentalMonths.End(start, months);
            return used >= Yen.Zero && fee >= Yen.Zero
                && (isWithin ? used + fee == RentalPrice.OfMonths(monthly, months) : fee == Yen.Zero)
                && RentalPrice.Until(monthly, start, last) <= RentalPrice.Until(monthly, start, last.AddDays(1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void CANCEL_1_CancellingAll_EqualsCancellingEach() => Prop.ForAll<ushort, byte, ushort>((price, quantity, seed) =>
    {
        var (cut, days) = (seed % 251, seed / 251);
        var (start, line) = (new DateOnly(2026, 1, 31), new RunningLine(new Yen(price), Ten, 6, quantity, 0, 0));
        var (first, on) = (quantity == 0 ? 0 : cut % (quantity + 1), start.AddDays(days));
        var all = CancellationRules.Apply(line, quantity, start, on);
        var one = CancellationRules.Apply(line, first, start, on);
        var rest = CancellationRules.Apply(line with { Cancelled = first }, quantity - first, start, on);
        return all.Fee == one.Fee + rest.Fee && rest.MonthlyBefore == one.MonthlyAfter && rest.After == 0
            && all.MonthlyAfter == Yen.Zero && rest.MonthlyAfter == Yen.Zero && all.MonthlyBefore == one.MonthlyBefore;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void CANCEL_1_APart_LeavesTheRest_WithItsMonthlyAmount()
    {
        var line = new RunningLine(new Yen(1_500), Ten, 2, 10, 3, 2);

        var given = CancellationRules.Apply(line, 4, new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 30));

        given.ShouldBe(new CancelledLine(7, 2, 4, new Yen(10_500), new Yen(1_500), new Yen(6_000)));
        given.After.ShouldBe(1, "two more are asked to be given back already");
    }

    [Theory]
    [InlineData("2026-04-30", 10, 0)]
    [InlineData("2026-05-01", 8, 2)]
    [InlineData("2026-05-31", 8, 2)]
    [InlineData("2026-06-01", 5, 5)]
    public void CANCEL_1_WhatIsGivenBack_RunsUntilItsLastDay(string day, int runs, int gone)
    {
        var line = new RunningLine(new Yen(100), Ten, 0, 10, 5, 1);
        LineReturn[] returns = [new(1, 2, Day("2026-04-30")), new(1, 3, Day("2026-05-31"))];

        var then = line.On(returns, Day(day));

        (then.Runs, then.Cancelled, then.Held).ShouldBe((runs, gone, 1));
    }

    [Theory]
    [InlineData("2026-04-09", "2026-04-11", "2026-04-11")]
    [InlineData("2026-04-10", "2026-04-11", "2026-04-11")]
    [InlineData("2026-04-11", "2026-04-11", "2026-04-12")]
    [InlineData("2026-04-12", "2026-04-12", "2026-04-13")]
    public void CANCEL_1_WhatGoesOnItsFirstDay_IsNeverInUse_AndNothingIsBroughtForADay(string today, string use, string bringing)
    {
        var period = new RentalPeriod(Day("2026-04-10"), null);

        period.DayOfUse(Day(today)).ShouldBe(Day(use));
        period.DayOfBringing(Day(today)).ShouldBe(Day(bringing));
    }

    [Theory]
    [InlineData(10, 0, 0, 10, null)]
    [InlineData(10, 0, 0, 11, QuantityFault.MoreThanRuns)]
    [InlineData(10, 4, 0, 6, null)]
    [InlineData(10, 4, 0, 7, QuantityFault.MoreThanRuns)]
    [InlineData(10, 4, 5, 1, null)]
    [InlineData(10, 4, 5, 2, QuantityFault.MoreThanRuns)]
    [InlineData(10, 0, 0, 0, QuantityFault.Nothing)]
    [InlineData(10, 0, 0, -1, QuantityFault.Negative)]
    public void CANCEL_2_NeverMoreThanRuns_AndIsNotAskedForAlready(int quantity, int cancelled, int held, int given, QuantityFault? fault)
    {
        var line = new RunningLine(new Yen(100), Ten, 0, quantity, cancelled, held);

        CancellationRules.Find([(line, given), (line, 0)]).ShouldBe(fault);
        if (fault is QuantityFault.MoreThanRuns or QuantityFault.Negative)
        {
            Should.Throw<ArgumentOutOfRangeException>(() => CancellationRules.Apply(line, given, new(2026, 1, 1), new(2026, 1, 2)));
        }
    }

    [Theory]
    [InlineData("2026-11-26", null, ReturnFault.IsPast)]
    [InlineData("2026-11-27", null, null)]
    [InlineData("2026-12-31", 1, null)]
    [InlineData("2027-01-01", 1, ReturnFault.AfterEnd)]
    [InlineData("2027-11-27", null, null)]
    [InlineData("2027-11-28", null, ReturnFault.TooFar)]
    [InlineData("2027-12-01", 60, null)]
    [InlineData("2027-12-02", 60, ReturnFault.TooFar)]
    [InlineData("9999-12-31", 60, ReturnFault.AfterEnd)]
    [InlineData("9999-12-31", null, ReturnFault.TooFar)]
    public void CANCEL_1_TheDayOfReturn_LiesInWhatIsLeft(string day, int? months, ReturnFault? fault) =>
        CancellationRules.Find(new RentalPeriod(months is null ? new(2026, 11, 1) : new(2026, 12, 1), months), Day(day),
            new(2026, 11, 27)).ShouldBe(fault);

    [Fact]
    public void CANCEL_1_NothingIsGivenBack_BeforeItCame() =>
        CancellationRules.Find(new RentalPeriod(new(2026, 12, 5), null), new(2026, 12, 4), new(2026, 11, 27))
            .ShouldBe(ReturnFault.BeforeStart);

    [Fact]
    public void CANCEL_1_WhatComes_CanBeGivenBackOnItsFirstDay() =>
        CancellationRules.Find(new RentalPeriod(new(2026, 12, 5), null), new(2026, 12, 5), new(2026, 11, 27)).ShouldBeNull();

    [Fact]
    public void CANCEL_1_WhatComes_CanBeGivenBackOnTheSameDay() =>
        CancellationRules.Find(new RentalPeriod(new(2026, 12, 5), null), new(2026, 12, 5), new(2026, 11, 27)).ShouldBeNull();

    [Fact]
    public void ANegativePriceOrTerm_IsRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => RentalPrice.OfMonths(new Yen(-1), 1));
        Should.Throw<ArgumentOutOfRangeException>(() => RentalPrice.OfMonths(new Yen(1), -1));
        Should.Throw<ArgumentOutOfRangeException>(() => RentalPrice.Until(new Yen(-1), new(2026, 1, 1), new(2026, 1, 2)));
        Should.Throw<ArgumentOutOfRangeException>(() => RentalPrice.Until(new Yen(-1), new(2026, 1, 1), new(2025, 12, 31)));
        Should.Throw<OverflowException>(() => RentalPrice.Until(new Yen(long.MaxValue / 2), new(2026, 1, 1), new(2026, 1, 20)));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
