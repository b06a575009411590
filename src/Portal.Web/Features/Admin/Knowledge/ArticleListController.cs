using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Knowledge;

/// <param name="Tenants">Where one can write.</param>
public sealed record ArticleListPage(ListFrame Frame, IReadOnlyList<PortalTenant> Tenants);

/// <summary>All articles that one looks after (ADMIN-6).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class ArticleListController(StaffReach reach, ArticleQueue queue, ArticleColumns columns) : Controller
{
    [HttpGet("kb")]
    public async Task<IActionResult> Index([FromQuery] ArticleListQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (await reach.ChooseAsync(query.Tenant) is not { } chosen)
        {
            return NotFound();
        }

        var tenants = ArticleQueue.WithKnowledge(chosen);
        var counts = await queue.CountAsync(tenants, query.Text);
        var page = await queue.PageAsync(tenants, query, counts[query.Preset]);
        var all = ArticleQueue.WithKnowledge(await reach.TenantsAsync());
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Articles", new ArticleListPage(columns.Frame(query, all, counts, page), tenants));
    }
}
