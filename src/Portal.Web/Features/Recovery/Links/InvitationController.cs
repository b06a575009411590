using Microsoft.AspNetCore.Mvc;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Recovery.Links;

/// <summary>Setting the first password from an invitation (CONT-2, USER-3).</summary>
public sealed class InvitationController(MailedPasswords passwords, MailedPasswordPages pages, LinkCookie links)
    : MailedPasswordController(passwords, pages, links, LinkPurpose.Invitation, "invite")
{
    [HttpGet("invite/{token}", Order = 1)]
    public IActionResult Open(string token) => Begin(token);

    [HttpGet("invite")]
    public Task<IActionResult> Edit() => ShowAsync();

    [HttpPost("invite")]
    [OwnTransaction]
    public Task<IActionResult> Update(MailedPasswordPage form) => SetAsync(form);

    [HttpGet("invite/done")]
    public IActionResult Done(string? door) => Finished("InvitationDone", door);
}
