using Portal.Rules.Cases;

namespace Portal.Rules.Tests.Cases;

public sealed class ClosingRulesTests
{
    private static readonly DateTimeOffset Solved = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(14, 0, null, ClosingDue.Nothing)]
    [InlineData(14, 6.9, null, ClosingDue.Nothing)]
    [InlineData(14, 7, null, ClosingDue.FirstReminder)]
    [InlineData(14, 9, ClosingDue.FirstReminder, ClosingDue.Nothing)]
    [InlineData(14, 12.9, null, ClosingDue.FirstReminder)]
    [InlineData(14, 13, ClosingDue.FirstReminder, ClosingDue.LastReminder)]
    [InlineData(14, 13.5, null, ClosingDue.LastReminder)]
    [InlineData(14, 13.5, ClosingDue.LastReminder, ClosingDue.Nothing)]
    [InlineData(14, 14, ClosingDue.LastReminder, ClosingDue.Close)]
    [InlineData(14, 100, null, ClosingDue.Close)]
    [InlineData(7, 0, null, ClosingDue.Nothing)]
    [InlineData(7, 6, null, ClosingDue.LastReminder)]
    [InlineData(1, 0.5, null, ClosingDue.Nothing)]
    [InlineData(1, 1, null, ClosingDue.Close)]
    public void CASE_3_ASolvedCaseIsRemindedOfTwice_AndCloses(int days, double after, ClosingDue? reminded, ClosingDue due) =>
        ClosingRules.Of(Solved, days, reminded, Solved.AddDays(after)).ShouldBe(due);
}
