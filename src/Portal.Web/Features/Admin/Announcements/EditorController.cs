using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Announcements;

/// <param name="Tenants">Where one can write a new one.</param>
public sealed record EditorPage(ListFrame Frame, IReadOnlyList<PortalTenant> Tenants);

/// <summary>All announcements that one looks after, in all states (ADMIN-6).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class EditorController(StaffReach reach, EditorQueue queue, EditorColumns columns) : Controller
{
    [HttpGet("announcements")]
    public async Task<IActionResult> Index([FromQuery] EditorQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var tenants = EditorQueue.WithAnnouncements(chosen);
        var counts = await queue.CountAsync(tenants);
        var page = await queue.PageAsync(tenants, query, counts.Of(query.State));
        var all = EditorQueue.WithAnnouncements(await reach.TenantsAsync());
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Announcements", new EditorPage(columns.Frame(query, all, counts, page), tenants));
    }
}
