using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>The sites within reach, and one of them (ADMIN-10).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class TenantsController(TenantRecords records) : Controller
{
    [HttpGet("tenants")]
    public async Task<IActionResult> Index() => View("Tenants", await records.ListAsync());

    [HttpGet("tenants/{site}")]
    [SiteGuard]
    public async Task<IActionResult> Show([Guarded] PortalTenant tenant) => View("Tenant", await records.ReadAsync(tenant));
}
