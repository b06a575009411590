using Portal.Rules.Calendars;

namespace Portal.Rules.Cases;

/// <summary>What the clocks of a case go by. Times are those of the calendar, as a rule UTC.</summary>
/// <param name="Status">Where the case stands.</param>
/// <param name="WaitingSince">Since when the customer waits for an answer; null while it does not.</param>
/// <param name="HasAnswer">The desk has answered at least once.</param>
public sealed record ClockFacts(CaseStatus Status, DateTime? WaitingSince, bool HasAnswer);

/// <summary>
/// The clocks of a case (CASE-9): one until the next answer, which runs while the customer waits, and one until the
/// solution, which stands still while the customer is asked. Times are those of the calendar.
/// </summary>
/// <param name="AnswerDue">Null while nobody waits, and where nothing was promised.</param>
/// <param name="SolutionDue">Null while it stands still, at its end, and where nothing was promised.</param>
/// <param name="SolutionLeft">Working time that is left while it stands still; null while it runs.</param>
/// <param name="AnswerWarning">From when on the desk is warned: a quarter of the time is left.</param>
/// <param name="SolutionWarning">Likewise.</param>
public sealed record ResponseClock(DateTime? AnswerDue = null, DateTime? SolutionDue = null, TimeSpan? SolutionLeft = null,
    DateTime? AnswerWarning = null, DateTime? SolutionWarning = null)
{
    private const double Warned = 0.75;

    /// <summary>Nothing runs.</summary>
    public static ResponseClock Off { get; } = new();

    /// <summary>Whichever comes first.</summary>
    public DateTime? Due => Earlier(AnswerDue, SolutionDue);

    /// <summary>Likewise.</summary>
    public DateTime? Warning => Earlier(AnswerWarning, SolutionWarning);

    /// <summary>The clocks after something happened to the case.</summary>
    /// <param name="was">What they went by before.</param>
    /// <param name="facts">What they go by now.</param>
    /// <param name="target">Null where nothing is promised.</param>
    /// <param name="calendar">When the desk works.</param>
    /// <param name="now">As the calendar has it.</param>
    public ResponseClock After(ClockFacts was, ClockFacts facts, ResponseTarget? target, WorkingCalendar calendar, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(was);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(calendar);
        if (target is null || facts.Status == CaseStatus.Closed)
        {
            return Off;
        }

        return Answering(was, facts, target, calendar).Solving(facts.Status, target, calendar, now);
    }

    /// <summary>The clocks under another target: what was used of the old one is used of the new one.</summary>
    /// <param name="before">Null where nothing was promised.</param>
    /// <param name="target">Null where nothing is promised any more.</param>
    /// <param name="facts">What they go by.</param>
    /// <param name="calendar">When the desk works.</param>
    /// <param name="now">As the calendar has it.</param>
    public ResponseClock Under(ResponseTarget? before, ResponseTarget? target, ClockFacts facts, WorkingCalendar calendar, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(calendar);
        if (target is null || facts.Status == CaseStatus.Closed)
        {
            return Off;
        }

        // What has no clock yet has used nothing.
        var rest = SolutionLeft ?? (SolutionDue is { } due ? calendar.Between(now, due) : before?.Solution ?? TimeSpan.Zero);
        var used = before is null || before.Solution < rest ? TimeSpan.Zero : before.Solution - rest;
        var left = target.Solution > used ? target.Solution - used : TimeSpan.Zero;
        return new ResponseClock { SolutionLeft = left }.Answering(facts with { WaitingSince = null }, facts, target, calendar)
            .Solving(facts.Status, target, calendar, now);
    }

    private ResponseClock Answering(ClockFacts was, ClockFacts facts, ResponseTarget target, WorkingCalendar calendar)
    {
        if (facts.WaitingSince is not { } since)
        {
            return this with { AnswerDue = null, AnswerWarning = null };
        }

        if (was.WaitingSince == since && AnswerDue is not null)
        {
            return this;
        }

        var time = facts.HasAnswer ? target.NextAnswer : target.FirstAnswer;
        return this with { AnswerDue = calendar.After(since, time), AnswerWarning = calendar.After(since, time * Warned) };
    }

    private ResponseClock Solving(CaseStatus status, ResponseTarget target, WorkingCalendar calendar, DateTime now)
    {
        if (status is CaseStatus.AwaitingCustomer or CaseStatus.Resolved)
        {
            var left = SolutionLeft ?? (SolutionDue is { } due ? calendar.Between(now, due) : target.Solution);
            return this with { SolutionDue = null, SolutionWarning = null, SolutionLeft = left };
        }

        if (SolutionDue is not null)
        {
            return this;
        }

        var time = SolutionLeft ?? target.Solution;
        var unwarned = time - (target.Solution * (1 - Warned));
        return this with
        {
            SolutionLeft = null,
            SolutionDue = calendar.After(now, time),
            SolutionWarning = calendar.After(now, unwarned > TimeSpan.Zero ? unwarned : TimeSpan.Zero),
        };
    }

    private static DateTime? Earlier(DateTime? one, DateTime? other) => other is null || one < other ? one : other;
}
