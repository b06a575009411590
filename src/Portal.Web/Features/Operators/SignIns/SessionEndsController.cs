using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Features.Operators.SignIns;

/// <summary>Signing an ID out everywhere.</summary>
[Route("operators/{id:guid}/end-sessions")]
public sealed class SessionEndsController(Delegates delegates, ForcedSignOut service, IStringLocalizer<OperatorsText> text)
    : OperatorController
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id)
    {
        var answer = await delegates.AskAsync(id, DelegatedAct.EndSessions);
        return answer is Delegation.Granted { Subject: var subject }
            ? Confirm(subject,
                new ConfirmPage(text["EndSessionsTitle"], text["EndSessionsQuestion"], text["EndSessionsConsequence"],
                    text["EndSessionsSubmit"], "danger"))
            : Refuse(answer);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id)
    {
        var answer = await delegates.AskToChangeAsync(id, DelegatedAct.EndSessions);
        if (answer is not Delegation.Granted { Subject: var subject })
        {
            return Refuse(answer);
        }

        TempData.Success(text["SessionsEnded", subject.UserName!, await service.EndAsync(subject, SessionEnds.EndedByManager)]);
        return ToDetail(id);
    }
}
