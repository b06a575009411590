using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.WorkRequests;

/// <summary>The desk's queue of work requests (ADMIN-5).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class StaffWorksController(StaffReach reach, StaffWorkList list, StaffWorkColumns columns) : Controller
{
    [HttpGet("requests")]
    public async Task<IActionResult> Index([FromQuery] StaffWorkQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var tenants = StaffWorkList.WithRequests(chosen);
        var counts = await list.CountAsync(tenants, query);
        var page = await list.PageAsync(tenants, query, counts);
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Requests", columns.Frame(query, StaffWorkList.WithRequests(await reach.TenantsAsync()), counts, page));
    }
}
