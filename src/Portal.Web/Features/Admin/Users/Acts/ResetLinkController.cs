using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Acts;

/// <summary>Starts a reset, or invites again whoever has no password yet (ADMIN-2).</summary>
public sealed class ResetLinkController(UserRecords records, UserLinks links, IStringLocalizer<AdminText> text)
    : UserActController(DelegatedAct.SendResetLink, records, text)
{
    [HttpGet("users/{site}/{id:guid}/reset-link")]
    public Task<IActionResult> New(string site, Guid id) => ConfirmAsync(site, id);

    [HttpPost("users/{site}/{id:guid}/reset-link")]
    [KeepsDraft]
    public Task<IActionResult> Create(string site, Guid id, [FromForm] ReasonForm form) =>
        PerformAsync(site, id, form, async (target, reason) =>
        await links.SendAsync(target, reason) ? Done(target, "ResetLinkSent") : NotDone(target, "ResetLinkImpossible"));
}
