using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Acts;

public sealed class LockoutReleaseController(UserRecords records, StaffReach reach, LockoutService lockouts,
        IStringLocalizer<AdminText> text)
    : UserActController(DelegatedAct.ReleaseLockout, records, text)
{
    [HttpGet("users/{site}/{id:guid}/lockout-release")]
    public Task<IActionResult> New(string site, Guid id) => ConfirmAsync(site, id);

    [HttpPost("users/{site}/{id:guid}/lockout-release")]
    [KeepsDraft]
    public Task<IActionResult> Create(string site, Guid id, [FromForm] ReasonForm form) =>
        PerformAsync(site, id, form, async (target, reason) =>
        await reach.InsideAsync(target.Tenant, () => lockouts.ReleaseAsync(target.User, reason)) switch
        {
            ReleaseOutcome.Released => Done(target, "Released"),
            ReleaseOutcome.Void => NotDone(target, "CannotReleaseVoid"),
            _ => NotDone(target, "NotLocked"),
        });
}
