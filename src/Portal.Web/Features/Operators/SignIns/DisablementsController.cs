using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Operators.SignIns;

/// <summary>Switching sign-in off; sessions end at once.</summary>
[Route("operators/{id:guid}/disable")]
[SubjectGuard(DelegatedAct.Disable)]
public sealed class DisablementsController(SignInSwitch service, IStringLocalizer<OperatorsText> text)
    : OperatorController
{
    [HttpGet("")]
    public ViewResult New([Guarded] PortalUser subject) =>
        Confirm(subject,
            new ConfirmPage(text["DisableTitle"], text["DisableQuestion"], text["DisableConsequence"], text["DisableSubmit"], "danger"));

    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] PortalUser subject)
    {
        if (await service.DisableAsync(subject) == SwitchOutcome.LastManager)
        {
            return Refuse(DelegationVerdict.LastManager);
        }

        TempData.Success(text["Disabled", subject.UserName!]);
        return ToDetail(subject.Id);
    }
}
