using Portal.Rules.Calendars;

namespace Portal.Rules.Tests.Calendars;

public sealed class DayBoundsTests
{
    [Theory]
    [InlineData("0001-01-01", false)]
    [InlineData("0026-05-01", false)]
    [InlineData("1899-12-31", false)]
    [InlineData("1900-01-01", true)]
    [InlineData("2026-11-27", true)]
    [InlineData("2036-11-27", true)]
    [InlineData("2036-11-28", false)]
    [InlineData("9999-12-31", false)]
    public void WORK_1_ADayThatSomebodyCanMean(string day, bool isWithin) =>
        DayBounds.Around(new DateOnly(2026, 11, 27))
            .Contains(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(isWithin);

    [Theory]
    [InlineData("0001-01-01", false)]
    [InlineData("2026-11-26", false)]
    [InlineData("2026-11-27", true)]
    [InlineData("2036-11-27", true)]
    [InlineData("2036-11-28", false)]
    [InlineData("9999-12-31", false)]
    public void OPER_7_ADayThatIsStillToCome(string day, bool isWithin) =>
        DayBounds.Ahead(new DateOnly(2026, 11, 27))
            .Contains(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(isWithin);
}
