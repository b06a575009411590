using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Staff;

/// <summary>The staff's own accounts: the list, and one of them (ADMIN-11).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class StaffPersonController(StaffReach reach, StaffPersonList list, StaffPersonColumns columns, StaffPersonRecords records)
    : Controller
{
    [HttpGet("staff")]
    public async Task<IActionResult> Index([FromQuery] StaffPersonQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var rows = list.In(chosen, query);
        var page = await list.PageAsync(rows, query);
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("People", columns.Frame(query, await list.TenantsAsync(), await list.CountAsync(rows), page));
    }

    [HttpGet("staff/{id:guid}")]
    [StaffPersonGuard]
    public async Task<IActionResult> Show([Guarded] StaffPersonTarget target) => View("Person", await records.ReadAsync(target));
}
