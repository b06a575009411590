using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Forms;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Acts;

[Route("users/{site}/{id:guid}/end-sessions")]
[UserGuard(DelegatedAct.EndSessions)]
public sealed class EndSessionsController(StaffReach reach, ForcedSignOut signOut, IStringLocalizer<AdminText> text)
    : UserActController(text)
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

        return await reach.InsideAsync(target.Tenant, () => signOut.EndAsync(target.User, SessionEnds.EndedByStaff, form.StoredReason)) > 0
            ? Done(target, "SessionsEnded")
            : NotDone(target, "NoSessions");
    }
}
