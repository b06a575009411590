using System.Globalization;
using Portal.Rules.Orders;

namespace Portal.Rules.Tests.Orders;

/// <summary>Which price holds when, and which can be planned (ORDER-1).</summary>
public sealed class DatedPriceTests
{
    private static readonly DateOnly Today = new(2026, 3, 31);

    private static readonly DatedPrice[] Known =
    [
        new(new DateOnly(2026, 4, 1), new Yen(1_200)),
        new(new DateOnly(2024, 2, 29), new Yen(900)),
        new(new DateOnly(2026, 1, 1), new Yen(1_000)),
    ];

    [Theory]
    [InlineData("2024-02-28", null)]
    [InlineData("2024-02-29", 900L)]
    [InlineData("2025-12-31", 900L)]
    [InlineData("2026-01-01", 1_000L)]
    [InlineData("2026-03-31", 1_000L)]
    [InlineData("2026-04-01", 1_200L)]
    [InlineData("2999-12-31", 1_200L)]
    public void ORDER_1_TheLatestThatHasBegun_Holds(string day, long? monthly) =>
        (DatedPrice.On(Known, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))?.Monthly.Amount).ShouldBe(monthly);

    [Fact]
    public void ORDER_1_BeforeTheFirst_AndWithoutAny_NoneHolds()
    {
        DatedPrice.On(Known, new DateOnly(2024, 2, 28)).ShouldBeNull();
        DatedPrice.On([], Today).ShouldBeNull();
        DatedPrice.On(Known, new DateOnly(2024, 2, 29)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(-1, 500, PriceFault.IsPast)]
    [InlineData(0, 500, null)]
    [InlineData(1, 500, PriceFault.SameDay)]
    [InlineData(2, 500, null)]
    [InlineData(730, 500, null)]
    [InlineData(731, 500, PriceFault.TooFar)]
    [InlineData(2, -1, PriceFault.OutOfRange)]
    [InlineData(2, 0, null)]
    [InlineData(2, 10_000_000, null)]
    [InlineData(2, 10_000_001, PriceFault.OutOfRange)]
    [InlineData(-1, -1, PriceFault.OutOfRange)]
    public void ORDER_1_APriceIsPlanned_FromTodayOn_OneADay_WithinItsRange(int days, long monthly, PriceFault? fault) =>
        new DatedPrice(Today.AddDays(days), new Yen(monthly)).Find(Known, Today).ShouldBe(fault);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void ORDER_1_OnlyWhatHasNotBegun_IsPlanned(int days, bool isPlanned) =>
        new DatedPrice(Today.AddDays(days), Yen.Zero).IsPlanned(Today).ShouldBe(isPlanned);

    [Fact]
    public void ORDER_1_TheLastDayIsTwoYearsAhead() => DatedPrice.Furthest(Today).ShouldBe(new DateOnly(2028, 3, 30));
}
