using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.SecondFactors;

/// <summary>The methods of the signed-in user, and the way to set each up.</summary>
[TenantFeature(TenantFeatures.SecondFactor)]
public sealed class MfaController(SecurityPages pages) : Controller
{
    [HttpGet("account/mfa")]
    public async Task<IActionResult> Show() => View("Mfa", await pages.ReadAsync());
}
