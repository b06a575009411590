using Microsoft.AspNetCore.Mvc;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Recovery.Links;

/// <summary>Setting a new password from a mailed link (RESET-4, RESET-6).</summary>
public sealed class ResetController(MailedPasswords passwords, MailedPasswordPages pages, LinkCookie links)
    : MailedPasswordController(passwords, pages, links, LinkPurpose.PasswordReset, "reset")
{
    [HttpGet("reset/{token}", Order = 1)]
    public IActionResult Open(string token) => Begin(token);

    [HttpGet("reset")]
    public Task<IActionResult> Edit() => ShowAsync();

    [HttpPost("reset")]
    [OwnTransaction]
    public Task<IActionResult> Update(MailedPasswordPage form) => SetAsync(form);

    [HttpGet("reset/done")]
    public IActionResult Done(string? door) => Finished("ResetDone", door);
}
