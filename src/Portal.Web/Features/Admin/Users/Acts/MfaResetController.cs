using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Forms;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Mail;
using Portal.Web.Mail.Notices;

namespace Portal.Web.Features.Admin.Users.Acts;

/// <summary>Takes a lost second factor away (MFA-7): the owner is told, and so is the one who did it (MF-14).</summary>
[Route("users/{site}/{id:guid}/mfa-reset")]
[UserGuard(DelegatedAct.RemoveFactor)]
public sealed class MfaResetController(StaffReach reach, FactorReset factors, MailQueue mails, CurrentSession session,
    IStringLocalizer<AdminText> text) : UserActController(text)
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

        if (await reach.InsideAsync(target.Tenant,
            () => factors.RemoveAllAsync(target.User.Id, form.StoredReason, SessionEnds.EndedByStaff)) is not { } done)
        {
            return NotDone(target, "NoFactors");
        }

        await mails.EnqueueAsync(
            new FactorResetReceipt(target.User.UserName!, target.Tenant.Profile.Name, done.OccurredAt, form.StoredReason),
            session.User, $"factor-reset/{done.Id:N}");
        return Done(target, "FactorsRemoved");
    }
}
