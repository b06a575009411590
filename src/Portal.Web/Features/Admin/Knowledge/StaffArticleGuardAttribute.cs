using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>A tenant within reach that has knowledge, and one of its articles; not tracked.</summary>
/// <param name="Row">With versions, openings, category and base; null for one that is being written.</param>
public sealed record StaffArticleTarget(PortalTenant Tenant, Article? Row)
{
    public string Path => Row is { } row ? StaffPaths.Article(Tenant.Slug, row.Id) : StaffPaths.NewArticle(Tenant.Slug);

    /// <summary>In Japanese where there is such a version.</summary>
    public string Title => Row?.Title ?? "";
}

/// <summary>
/// The tenant that the address names, and the article where it names one; the action gets an <see
/// cref="StaffArticleTarget"/>.
/// </summary>
public sealed class StaffArticleGuardAttribute : GuardAttribute<StaffArticleGuard>;

public sealed class StaffArticleGuard(StaffReach reach, PortalDbContext db) : StaffGuard(reach)
{
    private readonly StaffReach reach = reach;

    protected override async Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!tenant.Has(TenantFeatures.Knowledge))
        {
            return null;
        }

        if (!context.RouteData.Values.ContainsKey("id"))
        {
            return new StaffArticleTarget(tenant, null);
        }

        var id = Id(context);
        var row = await reach.InsideAsync(tenant, () => db.Articles.AsNoTracking().Include(each => each.Category!.Base)
            .Include(each => each.Versions).Include(each => each.Openings).ThenInclude(opening => opening.Contract)
            .AsSplitQuery().SingleOrDefaultAsync(each => each.Id == id));
        return row is null ? null : new StaffArticleTarget(tenant, row);
    }
}
