using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Accounts.LinkedAdministrators;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.LinkedAdministrators;

/// <summary>The terms of the mail migration: agreed to once, or back to the sign-in page (LINK-3).</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.LinkedAdministrators)]
[Route("consent")]
[BeforeConsent]
public sealed class ConsentController(Consents consents, SessionCookies cookies, CurrentTenant tenant) : Controller
{
    [HttpGet]
    public async Task<IActionResult> New() => await consents.IsMissingAsync()
        ? View("Consent", tenant.Value.Profile.LinkedAdministrators!.Consent)
        : new SeeOtherResult(HomePaths.Home);

    [HttpGet("text")]
    public IActionResult Text() => tenant.Value.Profile.LinkedAdministrators!.Consent is { } consent
        ? View("ConsentText", consent)
        : NotFound();

    [HttpPost]
    public async Task<IActionResult> Create()
    {
        await consents.AgreeAsync();
        return new SeeOtherResult(LinkedPaths.ConsentDone);
    }

    [HttpGet("done")]
    public async Task<IActionResult> Done() =>
        await consents.IsMissingAsync() ? new SeeOtherResult(SignInPaths.Consent) : View("ConsentDone");

    [HttpPost("refuse")]
    public async Task<IActionResult> Refuse()
    {
        if (!await consents.RefuseAsync())
        {
            return new SeeOtherResult(HomePaths.Home);
        }

        cookies.SignOut(HttpContext);
        return new SeeOtherResult(SignInPaths.LoginOf(tenant.Value.Door(tenant.Value.Profile.LinkedAdministrators!.Door).Path));
    }
}
