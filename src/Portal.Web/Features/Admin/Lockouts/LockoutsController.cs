using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Lockouts;

public sealed record LockoutsPage(LockoutQuery Query, IReadOnlyList<PortalTenant> Tenants, ListPage<LockedUser> List);

/// <summary>Everyone locked now (ADMIN-1).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class LockoutsController(StaffReach reach, LockoutList list) : Controller
{
    [HttpGet("lockouts")]
    public async Task<IActionResult> Index([FromQuery] LockoutQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var page = await list.ReadAsync(chosen, query);
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Lockouts", new LockoutsPage(query, await reach.TenantsAsync(), page));
    }
}
