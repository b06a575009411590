using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Acts;

public sealed class EndSessionsController(UserRecords records, StaffReach reach, ForcedSignOut signOut, IStringLocalizer<AdminText> text)
    : UserActController(DelegatedAct.EndSessions, records, text)
{
    [HttpGet("users/{site}/{id:guid}/end-sessions")]
    public Task<IActionResult> New(string site, Guid id) => ConfirmAsync(site, id);

    [HttpPost("users/{site}/{id:guid}/end-sessions")]
    [KeepsDraft]
    public Task<IActionResult> Create(string site, Guid id, [FromForm] ReasonForm form) =>
        PerformAsync(site, id, form, async (target, reason) =>
        await reach.InsideAsync(target.Tenant, () => signOut.EndAsync(target.User, SessionEnds.EndedByStaff, reason)) > 0
            ? Done(target, "SessionsEnded")
            : NotDone(target, "NoSessions"));
}
