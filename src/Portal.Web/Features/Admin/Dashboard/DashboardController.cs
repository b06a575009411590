using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Throttling;
using Portal.Web.Data.Starting;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Dashboard;

/// <param name="IsAdministrator">May see the outbox and the audit log.</param>
public sealed record DashboardPage(StaffQueue Queue, DayFigures Day, bool IsAdministrator, DateTimeOffset Now)
{
    public IReadOnlyList<Chart> Charts { get; } =
    [
        new(AuditSeries.SignIns, Day, figures => figures.SignIns, IsAdministrator),
        new(AuditSeries.Failures, Day, figures => figures.Failures, IsAdministrator),
        new(AuditSeries.Lockouts, Day, figures => figures.Lockouts, IsAdministrator),
        new(AuditSeries.Resets, Day, figures => figures.Resets, IsAdministrator),
    ];

    /// <summary>An account with the site that it belongs to: login IDs are a site's own.</summary>
    public string Name(FailureTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        return SiteOf(tally) is { } site ? $"{tally.Name} · {site.Profile.Name}" : tally.Name;
    }

    /// <summary>
    /// The failures themselves, since the day on which the hour began; for those who may read the log.
    /// </summary>
    public string? Link(FailureTally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        if (!IsAdministrator)
        {
            return null;
        }

        var what = tally.Source == FailureSource.Address ? "address" : "subject";
        var site = SiteOf(tally) is { } tenant ? "&tenant=" + tenant.Slug : "";
        return $"{StaffPaths.Audit}?kind={Uri.EscapeDataString(AuditSeries.Failures.Word)}&{what}={Uri.EscapeDataString(tally.Name)}"
            + $"{site}&from={FigurePeriod.Day(AttackFrom)}";
    }

    public required JobHealth Jobs { get; init; }

    /// <summary>The day on which the hour of an attack began, where the reader is.</summary>
    public required DateOnly AttackFrom { get; init; }

    private PortalTenant? SiteOf(FailureTally tally) => Day.Tenants.FirstOrDefault(day => day.Tenant.Id == tally.Tenant)?.Tenant;
}

/// <summary>The staff's first page: who and what waits, then how the day goes (ADMIN-9).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class DashboardController(StaffReach reach, StaffRound round, DashboardFigures figures, LockoutLooks looks,
    JobWatch jobs, SchedulerRecords scheduler, IDisplayTime time, TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var tenants = await reach.TenantsAsync();
        var queue = await round.ReadAsync(tenants);
        looks.Record(tenants, queue.Stuck.Latest.Count);
        var day = await figures.ReadAsync(tenants);
        var now = clock.GetUtcNow();
        return View("Dashboard", new DashboardPage(queue, day, reach.IsAdministrator, now)
        {
            Jobs = await jobs.ReadAsync(scheduler),
            AttackFrom = DateOnly.FromDateTime(time.ToZone(now - AttackRules.Window).DateTime),
        });
    }
}
