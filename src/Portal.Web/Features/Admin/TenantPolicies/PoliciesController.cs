using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>
/// The policies of the tenants one looks after: in force, advised, and where they protect less (ADMIN-3).
/// </summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class PoliciesController(StaffReach reach) : Controller
{
    [HttpGet("policies")]
    public async Task<IActionResult> Index() => View("Policies", await reach.TenantsAsync());

    [HttpGet("policies/{site}")]
    [TenantGuard]
    public IActionResult Show([Guarded] PortalTenant tenant) => View("Site", tenant);
}
