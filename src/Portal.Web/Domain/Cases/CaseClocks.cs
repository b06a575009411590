using Portal.Rules.Calendars;
using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Cases;

/// <summary>Keeps the response clocks of cases, by the working time of the tenant's desk (CASE-9).</summary>
public sealed class CaseClocks(CurrentTenant tenant, HolidayCalendar holidays)
{
    /// <summary>What the clocks of a case go by, in UTC.</summary>
    public static ClockFacts FactsOf(SupportCase row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new ClockFacts(row.Status, row.WaitingSince?.UtcDateTime, row.FirstAnsweredAt is not null);
    }

    /// <summary>After something happened to it.</summary>
    /// <param name="was">What its clocks went by before.</param>
    public void Wind(SupportCase row, ClockFacts was, DateTimeOffset at) => Wind(tenant.Value, Calendar(), row, was, at);

    /// <summary>After its priority changed.</summary>
    public void Retarget(SupportCase row, CasePriority before, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(row);
        var targets = tenant.Value.ResponseTargets;
        var (old, target) = (ResponseTarget.Of(targets, row.Kind, before), ResponseTarget.Of(targets, row.Kind, row.Priority));
        Write(row, Read(row).Under(old, target, FactsOf(row), Calendar(), at.UtcDateTime));
    }

    /// <param name="calendar">In UTC.</param>
    internal static void Wind(PortalTenant tenant, WorkingCalendar calendar, SupportCase row, ClockFacts was, DateTimeOffset at) =>
        Write(row, Read(row).After(was, FactsOf(row), ResponseTarget.Of(tenant.ResponseTargets, row.Kind, row.Priority), calendar,
            at.UtcDateTime));

    private WorkingCalendar Calendar() => holidays.Of(tenant.Value.Profile.Cases.Desk, tenant.Value.Zone);

    private static ResponseClock Read(SupportCase row) => new(
        row.AnswerDueAt?.UtcDateTime,
        row.SolutionDueAt?.UtcDateTime,
        row.SolutionSecondsLeft is { } left ? TimeSpan.FromSeconds(left) : null,
        row.AnswerWarnAt?.UtcDateTime,
        row.SolutionWarnAt?.UtcDateTime);

    private static void Write(SupportCase row, ResponseClock clock)
    {
        (row.AnswerDueAt, row.AnswerWarnAt) = (Moment(clock.AnswerDue), Moment(clock.AnswerWarning));
        (row.SolutionDueAt, row.SolutionWarnAt) = (Moment(clock.SolutionDue), Moment(clock.SolutionWarning));
        row.SolutionSecondsLeft = clock.SolutionLeft is { } left ? (int)left.TotalSeconds : null;
        row.DueAt = Moment(clock.Due);
    }

    private static DateTimeOffset? Moment(DateTime? utc) => utc is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null;
}
