using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Places;
using Portal.Web.Mail;
using Portal.Web.Mail.Notices;

namespace Portal.Web.Features.Admin.Users.Acts;

/// <summary>Takes a lost second factor away (MFA-7): the owner is told, and so is the one who did it (MF-14).</summary>
public sealed class MfaResetController(UserRecords records, StaffReach reach, FactorReset factors, MailQueue mails, CurrentSession session,
        IStringLocalizer<AdminText> text)
    : UserActController(DelegatedAct.RemoveFactor, records, text)
{
    [HttpGet("users/{site}/{id:guid}/mfa-reset")]
    public Task<IActionResult> New(string site, Guid id) => ConfirmAsync(site, id);

    [HttpPost("users/{site}/{id:guid}/mfa-reset")]
    [KeepsDraft]
    public Task<IActionResult> Create(string site, Guid id, [FromForm] ReasonForm form) =>
        PerformAsync(site, id, form, async (target, reason) =>
    {
        if (await reach.InsideAsync(target.Tenant,
            () => factors.RemoveAllAsync(target.User.Id, reason, SessionEnds.EndedByStaff)) is not { } done)
        {
            return NotDone(target, "NoFactors");
        }

        await mails.EnqueueAsync(new FactorResetReceipt(target.User.UserName!, target.Tenant.Profile.Name, done.OccurredAt, reason),
            session.User, $"factor-reset/{done.Id:N}");
        return Done(target, "FactorsRemoved");
    });
}
