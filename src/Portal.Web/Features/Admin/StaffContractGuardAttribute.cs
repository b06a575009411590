using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin;

/// <summary>One contract of a tenant within reach.</summary>
/// <param name="Contract">With its holder; not tracked.</param>
public sealed record ContractTarget(PortalTenant Tenant, Contract Contract);

/// <summary>
/// The contract that the address names, in a tenant within reach; the action gets it as <see cref="ContractTarget"/>.
/// </summary>
public sealed class StaffContractGuardAttribute : GuardAttribute<StaffContractGuard>;

public sealed class StaffContractGuard(StaffReach reach, PortalDbContext db) : StaffGuard(reach)
{
    private readonly StaffReach reach = reach;

    protected override async Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context)
    {
        var id = Id(context);
        var contract = await reach.InsideAsync(tenant,
            () => db.Contracts.Include(row => row.Holder).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id));
        return contract is null ? null : new ContractTarget(tenant, contract);
    }
}
