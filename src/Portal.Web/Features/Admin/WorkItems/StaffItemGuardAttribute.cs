using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.WorkRequests;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>A tenant within reach that has a catalogue, and one item of it; not tracked.</summary>
/// <param name="Now">What the item says, with the item; null for one that is being written.</param>
public sealed record StaffItemTarget(PortalTenant Tenant, WorkItemVersion? Now)
{
    public WorkItem? Item => Now?.Item;

    public WorkDefinition? Definition => Now is { } now ? WorkCatalogue.Read(now) : null;

    public string Path => Item is { } item ? StaffPaths.WorkItem(Tenant.Slug, item.Id) : StaffPaths.NewWorkItem(Tenant.Slug);

    public string Act(string act) => StaffPaths.WorkItemAct(Tenant.Slug, Item!.Id, act);
}

/// <summary>
/// The tenant that the address names, and the item where it names one; the action gets a <see cref="StaffItemTarget"/>.
/// </summary>
public sealed class StaffItemGuardAttribute : GuardAttribute<StaffItemGuard>;

public sealed class StaffItemGuard(StaffReach reach, PortalDbContext db) : StaffGuard(reach)
{
    private readonly StaffReach reach = reach;

    protected override async Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!tenant.Has(TenantFeatures.WorkRequests))
        {
            return null;
        }

        if (!context.RouteData.Values.ContainsKey("id"))
        {
            return new StaffItemTarget(tenant, null);
        }

        var id = Id(context);
        var now = await reach.InsideAsync(tenant, () => db.WorkItemVersions.AsNoTracking().Include(row => row.Item)
            .SingleOrDefaultAsync(row => row.ItemId == id && row.Edition == row.Item!.Edition));
        return now is null ? null : new StaffItemTarget(tenant, now);
    }
}
