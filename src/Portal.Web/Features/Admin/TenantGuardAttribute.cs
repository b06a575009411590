using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin;

/// <summary>A tenant within reach, where what is in it may have gone meanwhile.</summary>
public sealed class TenantGuardAttribute : GuardAttribute<TenantGuard>;

public sealed class TenantGuard(StaffReach reach) : StaffGuard(reach)
{
    protected override Task<object?> FindAsync(PortalTenant tenant, ActionExecutingContext context) => Task.FromResult<object?>(tenant);
}
