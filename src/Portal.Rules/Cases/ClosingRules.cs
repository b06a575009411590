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

/// <summary>A solved case closes by itself, after two reminders (CASE-3).</summary>
public static class ClosingRules
{
    /// <summary>Days before the end of the first reminder.</summary>
    public const int FirstReminderDays = 7;

    /// <summary>Days before the end of the last reminder.</summary>
    public const int LastReminderDays = 1;

    /// <summary>What is due now. A reminder whose time passed while nothing ran is left out, not made up for.</summary>
    /// <param name="resolvedAt">When the case was solved.</param>
    /// <param name="days">After how many days it closes, from 1 on.</param>
    /// <param name="reminded">What its people were reminded of last; null for nothing.</param>
    /// <param name="now">The moment of the decision.</param>
    public static ClosingDue Of(DateTimeOffset resolvedAt, int days, ClosingDue? reminded, DateTimeOffset now) =>
        (resolvedAt.AddDays(days) - now) switch
        {
            var left when left <= TimeSpan.Zero => ClosingDue.Close,
            var left when left <= TimeSpan.FromDays(LastReminderDays) && days > LastReminderDays =>
                reminded == ClosingDue.LastReminder ? ClosingDue.Nothing : ClosingDue.LastReminder,
            var left when left <= TimeSpan.FromDays(FirstReminderDays) && days > FirstReminderDays =>
                reminded is null ? ClosingDue.FirstReminder : ClosingDue.Nothing,
            _ => ClosingDue.Nothing,
        };
}
