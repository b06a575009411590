using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Http.Gates;

namespace Portal.Web.Features.Admin.Dashboard;

/// <param name="IsAdministrator">May see the outbox and the audit log.</param>
public sealed record DashboardPage(StaffQueue Queue, DayFigures Day, bool IsAdministrator, DateTimeOffset Now)
{
    public IReadOnlyList<Chart> Charts =>
    [
        new(AuditSeries.SignIns, Day, figures => figures.SignIns, IsAdministrator),
        new(AuditSeries.Failures, Day, figures => figures.Failures, IsAdministrator),
        new(AuditSeries.Lockouts, Day, figures => figures.Lockouts, IsAdministrator),
        new(AuditSeries.Resets, Day, figures => figures.Resets, IsAdministrator),
    ];
}

/// <summary>The staff's first page: who and what waits, then how the day goes (ADMIN-9).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class DashboardController(StaffReach reach, StaffRound round, DashboardFigures figures, LockoutLooks looks,
    TimeProvider clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var tenants = await reach.TenantsAsync();
        var queue = await round.ReadAsync(tenants);
        looks.Record(tenants, queue.Stuck.Latest.Count);
        var day = await figures.ReadAsync(tenants);
        return View("Dashboard", new DashboardPage(queue, day, reach.IsAdministrator, clock.GetUtcNow()));
    }
}
