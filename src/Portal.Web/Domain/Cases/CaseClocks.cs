using Portal.Rules.Calendars;
using Portal.Rules.Cases;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Cases;

/// <summary>Keeps the response clocks of cases, by the working time of the tenant's desk (CASE-9).</summary>
public sealed class CaseClocks(CurrentTenant tenant, HolidayCalendar holidays)
{
    /// <summary>What the clocks of a case go by, by the clock on the desk's wall.</summary>
    public ClockFacts FactsOf(SupportCase row) => FactsOf(row, tenant.Value.Zone);

    /// <summary>After something happened to it.</summary>
    /// <param name="was">What its clocks went by before.</param>
    public void Wind(SupportCase row, ClockFacts was, DateTimeOffset at) =>
        Wind(tenant.Value, holidays.Of(tenant.Value.Profile.Cases.Desk), row, was, at);

    /// <summary>After its priority changed.</summary>
    public void Retarget(SupportCase row, CasePriority before, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (zone, targets) = (tenant.Value.Zone, tenant.Value.ResponseTargets);
        var (old, target) = (ResponseTarget.Of(targets, row.Kind, before), ResponseTarget.Of(targets, row.Kind, row.Priority));
        Write(row, zone, Read(row, zone).Under(old, target, FactsOf(row), holidays.Of(tenant.Value.Profile.Cases.Desk), Wall(zone, at)));
    }

    internal static ClockFacts FactsOf(SupportCase row, NamedZone zone) =>
        new(row.Status, Wall(zone, row.WaitingSince), row.FirstAnsweredAt is not null);

    internal static void Wind(PortalTenant tenant, WorkingCalendar calendar, SupportCase row, ClockFacts was, DateTimeOffset at) =>
        Write(row, tenant.Zone, Read(row, tenant.Zone).After(was, FactsOf(row, tenant.Zone),
            ResponseTarget.Of(tenant.ResponseTargets, row.Kind, row.Priority), calendar, Wall(tenant.Zone, at)));

    private static ResponseClock Read(SupportCase row, NamedZone zone) => new(
        Wall(zone, row.AnswerDueAt),
        Wall(zone, row.SolutionDueAt),
        row.SolutionSecondsLeft is { } left ? TimeSpan.FromSeconds(left) : null,
        Wall(zone, row.AnswerWarnAt),
        Wall(zone, row.SolutionWarnAt));

    private static void Write(SupportCase row, NamedZone zone, ResponseClock clock)
    {
        (row.AnswerDueAt, row.AnswerWarnAt) = (Moment(zone, clock.AnswerDue), Moment(zone, clock.AnswerWarning));
        (row.SolutionDueAt, row.SolutionWarnAt) = (Moment(zone, clock.SolutionDue), Moment(zone, clock.SolutionWarning));
        row.SolutionSecondsLeft = clock.SolutionLeft is { } left ? (int)left.TotalSeconds : null;
        row.DueAt = Moment(zone, clock.Due);
    }

    private static DateTime Wall(NamedZone zone, DateTimeOffset moment) => zone.At(moment).DateTime;

    private static DateTime? Wall(NamedZone zone, DateTimeOffset? moment) => moment is { } at ? Wall(zone, at) : null;

    private static DateTimeOffset? Moment(NamedZone zone, DateTime? wall) =>
        wall is { } at ? zone.On(DateOnly.FromDateTime(at), at.TimeOfDay) : null;
}
