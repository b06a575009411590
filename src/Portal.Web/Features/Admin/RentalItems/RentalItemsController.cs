using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.RentalItems;

/// <param name="Tenants">Where one can write a new one.</param>
public sealed record RentalItemsPage(ListFrame Frame, IReadOnlyList<PortalTenant> Tenants);

/// <summary>All items for rent that one looks after, offered or withdrawn (ORDER-1).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class RentalItemsController(StaffReach reach, RentalItemList list) : Controller
{
    [HttpGet("rental-items")]
    public async Task<IActionResult> Index([FromQuery] RentalItemQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var tenants = RentalItemList.WithItems(chosen);
        var page = await list.PageAsync(tenants, query);
        var all = RentalItemList.WithItems(await reach.TenantsAsync());
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("RentalItems", new RentalItemsPage(list.Frame(query, all, page), tenants));
    }
}
