using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases;

/// <summary>One case of a tenant within reach; not tracked.</summary>
public sealed record DeskTarget(PortalTenant Tenant, SupportCase Row)
{
    public string Path => StaffPaths.Case(Tenant.Slug, Row.Number);

    public string Act(string act) => StaffPaths.CaseAct(Tenant.Slug, Row.Number, act);

    public string File(Guid entry, Guid id) => Act($"files/{entry}/{id}");
}

/// <summary>The case that the address names; the action gets it as <see cref="DeskTarget"/>.</summary>
public sealed class StaffCaseGuardAttribute : GuardAttribute<StaffCaseGuard>;

public sealed class StaffCaseGuard(StaffReach reach, PortalDbContext db) : StaffGuard(reach)
{
    private readonly StaffReach reach = reach;

    protected override async Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context)
    {
        if (!tenant.Has(TenantFeatures.Cases) || CaseNumber.Read(Named(context, "number")) is not { } number)
        {
            return null;
        }

        var row = await reach.InsideAsync(tenant, () => db.Cases.AsNoTracking().Include(each => each.Contract!.Holder)
            .SingleOrDefaultAsync(each => each.Number == number));
        return row is null ? null : new DeskTarget(tenant, row);
    }
}
