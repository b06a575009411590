using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.SecondFactors;

/// <summary>The methods of the signed-in user, and the way to set each up.</summary>
[TenantFeature(TenantFeatures.SecondFactor)]
public sealed class MfaController(SecurityPages pages) : Controller
{
    [HttpGet("account/mfa")]
    public async Task<IActionResult> Show() => View("Mfa", await pages.ReadAsync());
}
