using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Gates;

namespace Portal.Web.Features.Admin.Dashboard;

/// <param name="Outbox">Null for those who may not see the outbox.</param>
public sealed record DashboardPage(int Locked, IReadOnlyList<HourFigures> Hours, TimeSpan Database, OutboxHealth? Outbox)
{
    public IReadOnlyList<Chart> Charts =>
    [
        new("SignIns", Hours, hour => hour.SignIns),
        new("Failures", Hours, hour => hour.Failures),
        new("LockoutCount", Hours, hour => hour.Lockouts),
        new("Resets", Hours, hour => hour.Resets),
    ];
}

/// <summary>The staff's first page (ADMIN-9).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class DashboardController(StaffReach reach, DashboardFigures figures) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var tenants = await reach.TenantsAsync();
        return View("Dashboard", new DashboardPage(
            await figures.LockedAsync(tenants),
            await figures.HoursAsync(tenants),
            await figures.DatabaseAsync(),
            reach.IsAdministrator ? await figures.OutboxAsync(tenants) : null));
    }
}
