using Portal.Rules.Calendars;

namespace Portal.Rules.Tests.Calendars;

public sealed class PlannedYearsTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(1999, false)]
    [InlineData(2000, true)]
    [InlineData(2026, true)]
    [InlineData(2199, true)]
    [InlineData(2200, false)]
    [InlineData(9999, false)]
    public void ADMIN_6_AYearThatNobodyMeans_IsAFault(int year, bool fit) => PlannedYears.Include(year).ShouldBe(fit);
}
