using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.WorkRequests;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.WorkRequests;

/// <summary>One request of a tenant within reach; not tracked.</summary>
public sealed record StaffWorkTarget(PortalTenant Tenant, WorkRequest Row)
{
    public string Path => StaffPaths.WorkRequest(Tenant.Slug, Row.Number);

    public bool May(WorkMove move) => WorkRules.After(Row.Status, move, WorkSide.Provider) is not null;

    public string File(Guid id) => Act($"files/{id}");

    public string Act(string act) => StaffPaths.WorkRequestAct(Tenant.Slug, Row.Number, act);
}

/// <summary>The request that the address names; the action gets it as <see cref="StaffWorkTarget"/>.</summary>
public sealed class StaffWorkGuardAttribute : GuardAttribute<StaffWorkGuard>;

public sealed class StaffWorkGuard(StaffReach reach, PortalDbContext db) : StaffGuard(reach)
{
    private readonly StaffReach reach = reach;

    protected override async Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context)
    {
        if (!tenant.Has(TenantFeatures.WorkRequests) || WorkRequestNumber.Read(Named(context, "number")) is not { } number)
        {
            return null;
        }

        var row = await reach.InsideAsync(tenant, () => db.WorkRequests.AsNoTracking().Include(each => each.Contract!.Holder)
            .Include(each => each.Asked).Include(each => each.Case).SingleOrDefaultAsync(each => each.Number == number));
        return row is null ? null : new StaffWorkTarget(tenant, row);
    }
}
