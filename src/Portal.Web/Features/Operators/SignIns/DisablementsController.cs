using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Features.Operators.SignIns;

/// <summary>Switching sign-in off; sessions end at once.</summary>
[Route("operators/{id:guid}/disable")]
public sealed class DisablementsController(Delegates delegates, SignInSwitch service, IStringLocalizer<OperatorsText> text)
    : OperatorController
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id)
    {
        var answer = await delegates.AskAsync(id, DelegatedAct.Disable);
        return answer is Delegation.Granted { Subject: var subject }
            ? Confirm(subject,
                new ConfirmPage(text["DisableTitle"], text["DisableQuestion"], text["DisableConsequence"], text["DisableSubmit"], "danger"))
            : Refuse(answer);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id)
    {
        var answer = await delegates.AskToChangeAsync(id, DelegatedAct.Disable);
        if (answer is not Delegation.Granted { Subject: var subject })
        {
            return Refuse(answer);
        }

        if (await service.DisableAsync(subject) == SwitchOutcome.LastManager)
        {
            return Explain(DelegationVerdict.LastManager);
        }

        TempData.Success(text["Disabled", subject.UserName!]);
        return ToDetail(id);
    }
}
