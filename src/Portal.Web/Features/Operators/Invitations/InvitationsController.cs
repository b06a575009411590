using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Invitations;

/// <summary>The invitation once more, for whoever has no password yet; the former link dies (CONT-2, USER-3).</summary>
[Route("operators/{id:guid}/invitation")]
[SubjectGuard(DelegatedAct.Register)]
public sealed class InvitationsController(InvitationService service, OperatorWords words,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    [HttpGet("")]
    public IActionResult New([Guarded] PortalUser subject) => IsPending(subject)
        ? Confirm(subject,
            new ConfirmPage(text["InviteTitle"], text["InviteQuestion"],
                text["InviteConsequence", EmailAddress.Readable(subject.Email!)], text["InviteSubmit"], "primary"))
        : NotPending(subject);

    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] PortalUser subject)
    {
        if (!IsPending(subject))
        {
            return NotPending(subject);
        }

        if (await service.InviteAsync(subject) is null)
        {
            TempData.Warning(text["TooManyMails"]);
        }
        else
        {
            TempData.Success(text["InvitedAgain", EmailAddress.Readable(subject.Email!)]);
        }

        return ToDetail(subject.Id);
    }

    private static bool IsPending(PortalUser subject) =>
        subject is { PasswordHash: null, InvitedAt: not null, Email: not null, DisabledAt: null };

    private SeeOtherResult NotPending(PortalUser subject)
    {
        TempData.Warning(text["NotPending", words.Named(subject)]);
        return ToDetail(subject.Id);
    }
}
