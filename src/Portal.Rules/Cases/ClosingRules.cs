namespace Portal.Rules.Cases;

/// <summary>What is due on a solved case that nobody approves or rejects.</summary>
public enum ClosingDue
{
    /// <summary>Nothing yet.</summary>
    Nothing,

    /// <summary>A first reminder, <see cref="ClosingRules.FirstReminderDays"/> days before.</summary>
    FirstReminder,

    /// <summary>The last reminder, <see cref="ClosingRules.LastReminderDays"/> day before.</summary>
    LastReminder,

    /// <summary>The time is over: it closes.</summary>
    Close,
}

/// <summary>How far a solved case is on its way to its end.</summary>
/// <param name="ResolvedAt">When the case was solved.</param>
/// <param name="Days">After how many days it closes, from 1 on.</param>
/// <param name="Reminded">What its people were reminded of last; null for nothing.</param>
/// <param name="RemindedAt">When that was. Without it there was no reminder: nobody could say what it promised.</param>
public readonly record struct ClosingFacts(DateTimeOffset ResolvedAt, int Days, ClosingDue? Reminded, DateTimeOffset? RemindedAt);

/// <summary>A solved case closes by itself, after two reminders (CASE-3).</summary>
public static class ClosingRules
{
    /// <summary>Days before the end of the first reminder.</summary>
    public const int FirstReminderDays = 7;

    /// <summary>Days before the end of the last reminder.</summary>
    public const int LastReminderDays = 1;

    /// <summary>
    /// What is due now. The first reminder is left out where its time passed while nothing ran, the last one never: the
    /// case waits for it, and for the days that it gives.
    /// </summary>
    /// <param name="facts">Of a case that is solved.</param>
    /// <param name="now">The moment of the decision.</param>
    public static ClosingDue Of(ClosingFacts facts, DateTimeOffset now)
    {
        var reminded = facts.RemindedAt is null ? null : facts.Reminded;
        var left = End(facts, reminded) - now;
        return facts.Days <= LastReminderDays || reminded == ClosingDue.LastReminder
            ? left <= TimeSpan.Zero ? ClosingDue.Close : ClosingDue.Nothing
            : left <= TimeSpan.FromDays(LastReminderDays) ? ClosingDue.LastReminder
            : left <= TimeSpan.FromDays(FirstReminderDays) && facts.Days > FirstReminderDays && reminded is null ? ClosingDue.FirstReminder
            : ClosingDue.Nothing;
    }

    /// <summary>When it closes, where nothing happens: what a reminder promises, and never sooner than that.</summary>
    /// <param name="facts">Of a case that is solved.</param>
    public static DateTimeOffset End(ClosingFacts facts) => End(facts, facts.RemindedAt is null ? null : facts.Reminded);

    /// <summary>Never sooner than the last reminder said.</summary>
    private static DateTimeOffset End(ClosingFacts facts, ClosingDue? reminded)
    {
        var end = facts.ResolvedAt.AddDays(facts.Days);
        var said = facts.RemindedAt?.AddDays(reminded == ClosingDue.FirstReminder ? FirstReminderDays : LastReminderDays);
        return said > end ? said.Value : end;
    }
}
