using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Cases;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Cases.Index;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases;

/// <summary>One case of a tenant within reach; not tracked.</summary>
public sealed record DeskTarget(PortalTenant Tenant, SupportCase Row)
{
    /// <summary>The list that it was opened from.</summary>
    public DeskQuery List { get; init; } = new();

    /// <summary>Its version on the page that asks.</summary>
    public int Seen { get; init; } = Row.Version;

    public CaseKey Key => new(Tenant.Slug, Row.Number, Seen);

    public string Path => StaffPaths.Case(Tenant.Slug, Row.Number);

    /// <summary>Back to the page as it was opened.</summary>
    public string Here => Path + List.Address;

    public string Act(string act) => StaffPaths.CaseAct(Tenant.Slug, Row.Number, act) + List.Address;

    public string File(Guid entry, Guid id) => StaffPaths.CaseAct(Tenant.Slug, Row.Number, $"files/{entry}/{id}");
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
        return row is null ? null : new DeskTarget(tenant, row) { List = DeskQuery.Of(context.HttpContext.Request.Query) };
    }
}
