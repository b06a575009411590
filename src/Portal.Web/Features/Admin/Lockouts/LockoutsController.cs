using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Lockouts;

/// <summary>Everyone locked now (ADMIN-1).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class LockoutsController(StaffReach reach, LockoutList list, LockoutColumns columns, LockoutLooks looks)
    : Controller
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
        looks.Record(chosen, page.Rows.Count);
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Lockouts", columns.Frame(query, await reach.TenantsAsync(), page));
    }
}
