using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Orders;

namespace Portal.Rules.Tests.Orders;

public sealed class MoneyTests
{
    private static readonly TaxRate Ten = TaxRate.OfPercent(10);
    private static readonly TaxRate Eight = TaxRate.OfPercent(8);

    [Theory]
    [InlineData(0, 10, 0, 0, 0)]
    [InlineData(1, 10, 0, 0, 1)]
    [InlineData(4, 10, 0, 0, 1)]
    [InlineData(5, 10, 0, 1, 1)]
    [InlineData(10, 10, 1, 1, 1)]
    [InlineData(14, 10, 1, 1, 2)]
    [InlineData(15, 10, 1, 2, 2)]
    [InlineData(99, 8, 7, 8, 8)]
    [InlineData(1_234_567, 10, 123_456, 123_457, 123_457)]
    [InlineData(999_999_999_999, 8, 79_999_999_999, 80_000_000_000, 80_000_000_000)]
    [InlineData(500, 0, 0, 0, 0)]
    [InlineData(500, 100, 500, 500, 500)]
    public void ORDER_7_TaxIsInWholeYen_ByTheSellersRounding(long net, int percent, long down, long halfUp, long up)
    {
        var rate = TaxRate.OfPercent(percent);

        rate.On(new Yen(net), TaxRounding.Down).ShouldBe(new Yen(down));
        rate.On(new Yen(net), TaxRounding.HalfUp).ShouldBe(new Yen(halfUp));
        rate.On(new Yen(net), TaxRounding.Up).ShouldBe(new Yen(up));
    }

    [Fact]
    public void ORDER_7_RatesOfPartsOfAPerCent_AreExact() =>
        new TaxRate(625).On(new Yen(10_000), TaxRounding.Down).ShouldBe(new Yen(625));

    [Fact]
    public void ORDER_7_TaxIsRoundedOnceForEachRate_AndNeverForEachLine()
    {
        // Ten lines of 105 yen: 10 yen each, rounded line by line, would be 100; together they are 105.
        TaxedAmount[] lines =
            [.. Enumerable.Repeat(new TaxedAmount(new Yen(105), Ten), 10), new(new Yen(333), Eight), new(new Yen(777), null)];

        var totals = DocumentTotals.Of(lines, TaxRounding.Down);

        totals.Rates.ShouldBe(
        [
            new RateTotal(Ten, new Yen(1_050), new Yen(105)),
            new RateTotal(Eight, new Yen(333), new Yen(26)),
            new RateTotal(null, new Yen(777), Yen.Zero),
        ]);
        (totals.Net, totals.Tax, totals.Total).ShouldBe((new Yen(2_160), new Yen(131), new Yen(2_291)));
    }

    [Fact]
    public void CANCEL_1_WhatStillRuns_IsAddedUp_AndWhatWasGivenBackIsNot()
    {
        RunningLine[] lines =
        [
            new(new Yen(4_800), Ten, 3, Quantity: 10, Cancelled: 4, Held: 2), new(new Yen(777), Ten, 0, 4, 0, 0),
            new(new Yen(1_234), Eight, 0, 2, 2, 0), new(Yen.Zero, Eight, 0, 1, 0, 0),
        ];

        var totals = DocumentTotals.OfRunning(lines, TaxRounding.Down);

        totals.Rates.ShouldBe([new RateTotal(Ten, new Yen(31_908), new Yen(3_190))]);
        totals.Total.ShouldBe(new Yen(35_098));
    }

    [Fact]
    public void ORDER_7_WhatIsOutsideTheTax_StandsBehindWhatIsTaxedWithNothing()
    {
        var nothing = new TaxRate(0);

        DocumentTotals.Of([new(new Yen(1), null), new(new Yen(2), nothing), new(new Yen(3), Ten)], TaxRounding.Down).Rates
            .Select(total => total.Rate).ShouldBe([Ten, nothing, null]);
    }

    [Fact]
    public void ORDER_7_WithoutLines_NothingIsPaid()
    {
        var totals = DocumentTotals.Of([], TaxRounding.Up);

        totals.Rates.ShouldBeEmpty();
        totals.Total.ShouldBe(Yen.Zero);
    }

    [Fact]
    public void ORDER_7_HoweverLinesAreSplitAndOrdered_TheSumsAreTheSame() => Prop.ForAll<int[], byte, byte>((numbers, cut, mode) =>
    {
        var rounding = (TaxRounding)(mode % 3);
        TaxedAmount[] lines = [.. numbers.Select((number, i) => new TaxedAmount(new Yen(Math.Abs((long)number)), RateOf(i)))];
        TaxedAmount[] split =
        [
            .. lines.Reverse().SelectMany(line => new[] { line with { Net = new Yen(line.Net.Amount / (cut + 2)) },
                line with { Net = new Yen(line.Net.Amount - (line.Net.Amount / (cut + 2))) } }),
        ];
        var (whole, parts) = (DocumentTotals.Of(lines, rounding), DocumentTotals.Of(split, rounding));
        return whole.Rates.SequenceEqual(parts.Rates) && whole.Total == parts.Total && whole.Total == whole.Net + whole.Tax;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ORDER_7_TheRoundings_AreLessThanAYenApart_AndInOrder() => Prop.ForAll<int, byte>((number, percent) =>
    {
        var (net, rate) = (new Yen(Math.Abs((long)number)), TaxRate.OfPercent(percent % 101));
        var (down, half, up) = (rate.On(net, TaxRounding.Down), rate.On(net, TaxRounding.HalfUp), rate.On(net, TaxRounding.Up));
        return Yen.Zero <= down && down <= half && half <= up && (up - down).Amount <= 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ORDER_7_WhatOverflows_IsAnErrorAndNoFigure()
    {
        var most = new Yen(long.MaxValue);

        Should.Throw<OverflowException>(() => most + new Yen(1));
        Should.Throw<OverflowException>(() => new Yen(long.MinValue) - new Yen(1));
        Should.Throw<OverflowException>(() => most * 2);
        Should.Throw<OverflowException>(() => Ten.On(most, TaxRounding.Down));
        Should.Throw<ArgumentOutOfRangeException>(() => Ten.On(new Yen(-1), TaxRounding.Down));
        Should.Throw<ArgumentOutOfRangeException>(() => Ten.On(new Yen(15), (TaxRounding)9));
    }

    [Fact]
    public void ORDER_7_TheDearestOrderThereCanBe_StaysFarFromTheEndOfTheNumbers()
    {
        var most = new Yen(OrderLimits.MonthlyPrice) * OrderLimits.Lines * OrderLimits.Quantity * RentalPeriod.MostMonths;

        TaxRate.OfPercent(100).On(most, TaxRounding.Up).ShouldBe(most);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    public void Amounts_AreCompared(long left, long right)
    {
        var (one, other) = (new Yen(left), new Yen(right));

        (one < other).ShouldBe(left < right);
        (one > other).ShouldBe(left > right);
        (one <= other).ShouldBe(left <= right);
        (one >= other).ShouldBe(left >= right);
        Math.Sign(one.CompareTo(other)).ShouldBe(left.CompareTo(right));
    }

    private static TaxRate? RateOf(int i) => (i % 3) switch { 0 => Ten, 1 => Eight, _ => null };
}
