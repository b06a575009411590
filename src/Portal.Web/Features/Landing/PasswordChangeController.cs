using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Landing;

/// <summary>
/// Addresses that password managers know, which cannot name a
/// portal: the one used last is meant, else the root helps (PASS-6).
/// </summary>
[AllowAnonymous]
public sealed class PasswordChangeController(LastPortal lastPortal, CurrentTenant current) : Controller
{
    private const string Page = "/account/password";

    [HttpGet(".well-known/change-password")]
    public Task<IActionResult> WellKnown() => LeadAsync();

    [HttpGet("account/password")]
    [ServedIn(Site.Outside)]
    public Task<IActionResult> Show() => LeadAsync();

    private async Task<IActionResult> LeadAsync() => new SeeOtherResult(
        current.IsSet ? "~" + Page
        : await lastPortal.FindAsync(HttpContext) is { } portal ? portal.PathBase + Page
        : "/");
}
