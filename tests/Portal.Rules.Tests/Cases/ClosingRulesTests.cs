using Portal.Rules.Cases;

namespace Portal.Rules.Tests.Cases;

public sealed class ClosingRulesTests
{
    private static readonly DateTimeOffset Solved = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Days after which it closes, days since it was solved, the last reminder and its day.</summary>
    public static TheoryData<int, double, ClosingDue?, double?, ClosingDue> Days => new()
    {
        { 14, 0, null, null, ClosingDue.Nothing },
        { 14, 6.9, null, null, ClosingDue.Nothing },
        { 14, 7, null, null, ClosingDue.FirstReminder },
        { 14, 9, ClosingDue.FirstReminder, 7, ClosingDue.Nothing },
        { 14, 12.9, null, null, ClosingDue.FirstReminder },
        { 14, 13, ClosingDue.FirstReminder, 7, ClosingDue.LastReminder },
        { 14, 13.5, null, null, ClosingDue.LastReminder },
        { 14, 13.5, ClosingDue.LastReminder, 13, ClosingDue.Nothing },
        { 14, 14, ClosingDue.LastReminder, 13, ClosingDue.Close },

        // Nothing ran for a while: what a reminder said holds, and nothing closes without the last one.
        { 14, 100, null, null, ClosingDue.LastReminder },
        { 14, 100, ClosingDue.FirstReminder, 7, ClosingDue.LastReminder },
        { 14, 100.9, ClosingDue.LastReminder, 100, ClosingDue.Nothing },
        { 14, 101, ClosingDue.LastReminder, 100, ClosingDue.Close },
        { 14, 14, ClosingDue.LastReminder, 13.2, ClosingDue.Nothing },
        { 14, 14, ClosingDue.FirstReminder, 12.9, ClosingDue.Nothing },
        { 14, 18.8, ClosingDue.FirstReminder, 12.9, ClosingDue.Nothing },
        { 14, 19, ClosingDue.FirstReminder, 12.9, ClosingDue.LastReminder },

        // Nobody knows when: there was no reminder.
        { 14, 14, ClosingDue.LastReminder, null, ClosingDue.LastReminder },
        { 7, 0, null, null, ClosingDue.Nothing },
        { 7, 6, null, null, ClosingDue.LastReminder },
        { 1, 0.5, null, null, ClosingDue.Nothing },
        { 1, 1, null, null, ClosingDue.Close },
        { 1, 8, ClosingDue.FirstReminder, 7, ClosingDue.Nothing },
        { 1, 14, ClosingDue.FirstReminder, 7, ClosingDue.Close },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void CASE_3_ASolvedCaseIsRemindedOfTwice_AndCloses(int days, double after, ClosingDue? reminded, double? remindedAfter,
        ClosingDue due)
    {
        DateTimeOffset? remindedAt = remindedAfter is { } day ? Solved.AddDays(day) : null;

        ClosingRules.Of(new ClosingFacts(Solved, days, reminded, remindedAt), Solved.AddDays(after)).ShouldBe(due);
    }
}
