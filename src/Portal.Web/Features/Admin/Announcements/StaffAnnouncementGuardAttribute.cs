using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Announcements;

/// <summary>A tenant within reach that has announcements, and one of them; not tracked.</summary>
/// <param name="Row">Null for one that is being written.</param>
public sealed record EditorTarget(PortalTenant Tenant, Announcement? Row)
{
    public string Path => Row is { } row ? StaffPaths.Announcement(Tenant.Slug, row.Id) : StaffPaths.NewAnnouncement(Tenant.Slug);
}

/// <summary>
/// The tenant that the address names, and the announcement where it names one; the action gets an <see
/// cref="EditorTarget"/>.
/// </summary>
public sealed class StaffAnnouncementGuardAttribute : GuardAttribute<StaffAnnouncementGuard>;

public sealed class StaffAnnouncementGuard(StaffReach reach, PortalDbContext db) : StaffGuard(reach)
{
    private readonly StaffReach reach = reach;

    protected override async Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!tenant.Has(TenantFeatures.Announcements))
        {
            return null;
        }

        if (!context.RouteData.Values.ContainsKey("id"))
        {
            return new EditorTarget(tenant, null);
        }

        var id = Id(context);
        var row = await reach.InsideAsync(tenant, () => db.Announcements.AsNoTracking().Include(each => each.Contract)
            .Include(each => each.Article!.Versions).SingleOrDefaultAsync(each => each.Id == id));
        return row is null ? null : new EditorTarget(tenant, row);
    }
}
