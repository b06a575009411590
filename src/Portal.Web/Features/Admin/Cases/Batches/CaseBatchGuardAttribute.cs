using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Rules.Imports;
using Portal.Web.Domain.Imports;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Batches;

/// <summary>The file of cases that the address names; the action gets it as <see cref="CaseBatchTarget"/>.</summary>
public sealed class CaseBatchGuardAttribute : GuardAttribute<CaseBatchGuard>;

public sealed class CaseBatchGuard(StaffReach reach, ImportJobs jobs) : StaffGuard(reach)
{
    private readonly StaffReach reach = reach;

    protected override async Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(context);
        var id = Id(context);
        return tenant.Has(TenantFeatures.Cases)
            && await reach.InsideAsync(tenant, () => jobs.FindAsync(id)) is { Kind: ImportKind.Cases } job
            ? new CaseBatchTarget(tenant, job) : null;
    }
}
