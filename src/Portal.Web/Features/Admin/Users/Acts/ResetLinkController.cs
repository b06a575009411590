using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Forms;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Acts;

/// <summary>Starts a reset, or invites again whoever has no password yet (ADMIN-2).</summary>
[Route("users/{site}/{id:guid}/reset-link")]
[UserGuard(DelegatedAct.SendResetLink)]
public sealed class ResetLinkController(UserLinks links, IStringLocalizer<AdminText> text) : UserActController(text)
{
    [HttpGet("")]
    public ViewResult New([Guarded] UserTarget target) => Confirm(target);

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] UserTarget target, [FromForm] ReasonForm form)
    {
        if (!ModelState.IsValid)
        {
            return Again(target, form);
        }

        return await links.SendAsync(target, form.StoredReason) switch
        {
            ResetStart.Sent => Done(target, "ResetLinkSent"),
            ResetStart.TooManyMails => NotDone(target, "TooManyMails"),
            _ => NotDone(target, "ResetLinkImpossible"),
        };
    }
}
