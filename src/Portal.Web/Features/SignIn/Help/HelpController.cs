using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.SignIn.Help;

/// <summary>What helps somebody who cannot get in, told to everybody alike (LOGIN-9).</summary>
[AllowAnonymous]
[ForcedChangeAllowed]
public sealed class HelpController(CurrentTenant tenant) : Controller
{
    [HttpGet("login/help")]
    public IActionResult Show() => View("Help", new HelpPage(tenant.Value));
}
