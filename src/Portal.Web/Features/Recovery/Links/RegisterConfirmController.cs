using Microsoft.AspNetCore.Mvc;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Recovery.Links;

/// <summary>The link of a registration: the password is set, and the account is there (LINK-3).</summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.LinkedAdministrators)]
public sealed class RegisterConfirmController(MailedPasswords passwords, MailedPasswordPages pages, LinkCookie links)
    : MailedPasswordController(passwords, pages, links, LinkPurpose.Registration, "register/confirm")
{
    [HttpGet("register/confirm/{token}", Order = 1)]
    public IActionResult Open(string token) => Begin(token);

    [HttpGet("register/confirm")]
    public Task<IActionResult> Edit() => ShowAsync();

    [HttpPost("register/confirm")]
    [OwnTransaction]
    public Task<IActionResult> Update(MailedPasswordPage form) => SetAsync(form);

    [HttpGet("register/confirm/done")]
    public IActionResult Done(string? door) => Finished("RegisterDone", door);
}
