using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Features.Operators.SignIns;

/// <summary>Switching sign-in on again; a lock stays, it is another state (CG-10).</summary>
[Route("operators/{id:guid}/enable")]
public sealed class EnablementsController(Delegates delegates, SignInSwitch service, IStringLocalizer<OperatorsText> text)
    : OperatorController
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id)
    {
        var answer = await delegates.AskAsync(id, DelegatedAct.Enable);
        return answer is Delegation.Granted { Subject: var subject }
            ? Confirm(subject,
                new ConfirmPage(text["EnableTitle"], text["EnableQuestion"], text["EnableConsequence"], text["EnableSubmit"]))
            : Refuse(answer);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id)
    {
        var answer = await delegates.AskToChangeAsync(id, DelegatedAct.Enable);
        if (answer is not Delegation.Granted { Subject: var subject })
        {
            return Refuse(answer);
        }

        await service.EnableAsync(subject);
        TempData.Success(text["Enabled", subject.UserName!]);
        return ToDetail(id);
    }
}
