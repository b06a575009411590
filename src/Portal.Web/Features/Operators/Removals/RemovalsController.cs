using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Features.Operators.Index;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Removals;

/// <summary>Removing a user of one's login ID for good (USER-3).</summary>
[Route("operators/{id:guid}/delete")]
public sealed class RemovalsController(Delegates delegates, RemovalService service, OperatorWords words,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id)
    {
        var answer = await delegates.AskAsync(id, DelegatedAct.Remove);
        return answer is Delegation.Granted { Subject: var subject }
            ? Confirm(subject,
                new ConfirmPage(text["RemoveTitle", words.One], text["RemoveQuestion", words.One], text["RemoveConsequence"],
                    text["RemoveSubmit"], "danger"))
            : Refuse(answer);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id)
    {
        var answer = await delegates.AskToChangeAsync(id, DelegatedAct.Remove);
        if (answer is not Delegation.Granted { Subject: var subject })
        {
            return Refuse(answer);
        }

        var name = words.Named(subject);
        if (await service.RemoveAsync(subject) == RemovalOutcome.Last)
        {
            return Explain(DelegationVerdict.LastUser);
        }

        TempData.Success(text["Removed", name]);
        return new SeeOtherResult("~/operators" + OperatorFilter.Returning(Request).ToQueryString());
    }
}
