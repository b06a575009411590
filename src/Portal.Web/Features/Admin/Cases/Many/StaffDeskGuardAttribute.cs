using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Cases.Many;

/// <summary>A tenant within reach that has cases.</summary>
public sealed record ManyTarget(PortalTenant Tenant);

/// <summary>The tenant that the address names; the action gets it as <see cref="ManyTarget"/>.</summary>
public sealed class StaffDeskGuardAttribute : GuardAttribute<StaffDeskGuard>;

public sealed class StaffDeskGuard(StaffReach reach) : StaffGuard(reach)
{
    protected override Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return Task.FromResult<object?>(tenant.Has(TenantFeatures.Cases) ? new ManyTarget(tenant) : null);
    }
}
