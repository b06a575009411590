using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Cases.Index;

/// <summary>The desk's queue (ADMIN-5).</summary>
[Authorize(Policy = Policies.Agent)]
public sealed class DeskController(StaffReach reach, DeskQueue queue, DeskColumns columns) : Controller
{
    [HttpGet("cases")]
    public async Task<IActionResult> Index([FromQuery] DeskQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var tenants = DeskQueue.WithCases(chosen);
        var (counts, page) = await queue.ReadAsync(tenants, query);
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Cases", columns.Frame(query, DeskQueue.WithCases(await reach.TenantsAsync()), counts, page));
    }
}
