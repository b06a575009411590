using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Telephony.TemporaryPasswords;

/// <summary>
/// How to set a temporary password by telephone. It tells nobody which number has one: strangers read it, too (TEMP-3).
/// </summary>
[AllowAnonymous]
[ForcedChangeAllowed]
[ServedIn(Site.Tenant)]
public sealed class PhonePasswordController(CurrentTenant tenant) : Controller
{
    [HttpGet("temp-password/phone")]
    public IActionResult Show() => tenant.Value.Profile.TemporaryPassword is { ByPhone: true } ? View("Phone", tenant.Value) : NotFound();
}
