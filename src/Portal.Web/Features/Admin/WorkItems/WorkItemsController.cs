using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.WorkItems;

/// <param name="Tenants">Where one can write a new one.</param>
public sealed record WorkItemsPage(ListFrame Frame, IReadOnlyList<PortalTenant> Tenants);

/// <summary>All items that one looks after, published or hidden (ADMIN-6).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class WorkItemsController(StaffReach reach, WorkItemList list) : Controller
{
    [HttpGet("catalog")]
    public async Task<IActionResult> Index([FromQuery] WorkItemQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var tenants = WorkItemList.WithCatalogue(chosen);
        var page = await list.PageAsync(tenants, query);
        var all = WorkItemList.WithCatalogue(await reach.TenantsAsync());
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Items", new WorkItemsPage(list.Frame(query, all, page), tenants));
    }
}
