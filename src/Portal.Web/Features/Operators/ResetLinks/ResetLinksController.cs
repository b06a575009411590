using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Operators.ResetLinks;

/// <summary>
/// Starts a reset for somebody: the link goes to the registered address, and the manager never sees it (CONT-3).
/// </summary>
[Route("operators/{id:guid}/reset-link")]
[SubjectGuard(DelegatedAct.SendResetLink)]
public sealed class ResetLinksController(ResetService service, OperatorWords words,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    [HttpGet("")]
    public ViewResult New([Guarded] PortalUser subject) =>
        Confirm(subject,
            new ConfirmPage(text["ResetLinkTitle"], text["ResetLinkQuestion"], text["ResetLinkConsequence"], text["ResetLinkSubmit"]));

    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] PortalUser subject)
    {
        switch (await service.StartAsync(subject))
        {
            case ResetStart.Sent:
                TempData.Success(text["ResetLinkSent", words.Named(subject)]);
                break;
            case ResetStart.TooManyMails:
                TempData.Warning(text["TooManyMails"]);
                break;
            default:
                TempData.Warning(text["ResetLinkImpossible", words.Named(subject)]);
                break;
        }

        return ToDetail(subject.Id);
    }
}
