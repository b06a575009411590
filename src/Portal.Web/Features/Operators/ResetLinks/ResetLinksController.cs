using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Features.Operators.ResetLinks;

/// <summary>
/// Starts a reset for somebody: the link goes to the registered address, and the manager never sees it (CONT-3).
/// </summary>
[Route("operators/{id:guid}/reset-link")]
public sealed class ResetLinksController(Delegates delegates, ResetService service, OperatorWords words,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id)
    {
        var answer = await delegates.AskAsync(id, DelegatedAct.SendResetLink);
        return answer is Delegation.Granted { Subject: var subject }
            ? Confirm(subject,
                new ConfirmPage(text["ResetLinkTitle"], text["ResetLinkQuestion"], text["ResetLinkConsequence"], text["ResetLinkSubmit"]))
            : Refuse(answer);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id)
    {
        var answer = await delegates.AskToChangeAsync(id, DelegatedAct.SendResetLink);
        return answer is Delegation.Granted { Subject: var subject } ? await SendAsync(subject) : Refuse(answer);
    }

    private async Task<IActionResult> SendAsync(PortalUser subject)
    {
        if (await service.StartAsync(subject))
        {
            TempData.Success(text["ResetLinkSent", words.Named(subject)]);
        }
        else
        {
            TempData.Warning(text["ResetLinkImpossible", words.Named(subject)]);
        }

        return ToDetail(subject.Id);
    }
}
