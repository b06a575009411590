using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>A profile as it is stored, and what editors complete and check one with (ADMIN-3).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
public sealed class PolicyDownloadsController(StaffReach reach) : Controller
{
    [HttpGet("policies/{site}/file/download")]
    [TenantGuard]
    [Download]
    public async Task<IActionResult> Show([Guarded] PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var stored = await reach.InsideAsync(tenant, () => reach.Rows([tenant]).Select(row => row.Profile).SingleAsync());
        return File(Encoding.UTF8.GetBytes(stored), "application/json", $"{tenant.Slug}.json");
    }

    [HttpGet("policies/schema.json")]
    [Download]
    public IActionResult Schema() => File(Encoding.UTF8.GetBytes(ProfileJson.Schema()), "application/schema+json");
}
