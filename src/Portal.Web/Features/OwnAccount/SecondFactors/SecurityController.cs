using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.SecondFactors;

/// <summary>
/// The page from which one's own security is reached; and the browsers that need not prove a second factor.
/// </summary>
public sealed class SecurityController(SecurityPages pages, TrustedBrowsers trusted, IStringLocalizer<SecondFactorsText> text) : Controller
{
    [HttpGet("account/security")]
    public async Task<IActionResult> Show() => View("Security", await pages.ReadAsync());

    [HttpPost("account/security/browsers/{id:guid}/end")]
    [TenantFeature(TenantFeatures.SecondFactor)]
    public async Task<IActionResult> EndTrust(Guid id)
    {
        if (!await trusted.EndAsync(await pages.UserAsync(), id))
        {
            return NotFound();
        }

        TempData.Success(text["TrustEnded"]);
        return new SeeOtherResult(AccountPaths.Security);
    }
}
