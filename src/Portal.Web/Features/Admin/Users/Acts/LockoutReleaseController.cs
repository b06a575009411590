using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Forms;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Acts;

[Route("users/{site}/{id:guid}/lockout-release")]
[UserGuard(DelegatedAct.ReleaseLockout)]
public sealed class LockoutReleaseController(StaffReach reach, LockoutService lockouts, IStringLocalizer<AdminText> text)
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

        return await reach.InsideAsync(target.Tenant, () => lockouts.ReleaseAsync(target.User, form.StoredReason)) switch
        {
            ReleaseOutcome.Released => Done(target, "Released"),
            ReleaseOutcome.Void => NotDone(target, "CannotReleaseVoid"),
            _ => NotDone(target, "NotLocked"),
        };
    }
}
