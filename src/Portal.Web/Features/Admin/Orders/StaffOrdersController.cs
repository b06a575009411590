using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Orders;

/// <summary>The desk's queue of applications (ADMIN-5).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class StaffOrdersController(StaffReach reach, StaffOrderList list, StaffOrderColumns columns) : Controller
{
    [HttpGet("orders")]
    public async Task<IActionResult> Index([FromQuery] StaffOrderQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var tenants = StaffOrderList.WithOrders(chosen);
        var counts = await list.CountAsync(tenants, query);
        var page = await list.PageAsync(tenants, query, counts);
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Orders", columns.Frame(query, StaffOrderList.WithOrders(await reach.TenantsAsync()), counts, page));
    }
}
