using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>A site within reach; the staff's own realm is none.</summary>
public sealed class SiteGuardAttribute : GuardAttribute<SiteGuard>;

public sealed class SiteGuard(StaffReach reach) : StaffGuard(reach)
{
    protected override Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return Task.FromResult<object?>(tenant.IsStaffRealm ? null : tenant);
    }
}
