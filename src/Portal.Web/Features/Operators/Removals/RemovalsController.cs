using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Features.Operators.Index;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Removals;

/// <summary>Removing a user of one's login ID for good (USER-3).</summary>
[Route("operators/{id:guid}/delete")]
[SubjectGuard(DelegatedAct.Remove)]
public sealed class RemovalsController(RemovalService service, OperatorWords words,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    [HttpGet("")]
    public ViewResult New([Guarded] PortalUser subject) =>
        Confirm(subject,
            new ConfirmPage(text["RemoveTitle", words.One], text["RemoveQuestion", words.One], text["RemoveConsequence"],
                text["RemoveSubmit"], "danger"));

    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] PortalUser subject)
    {
        var name = words.Named(subject);
        if (await service.RemoveAsync(subject) == RemovalOutcome.Last)
        {
            return Refuse(DelegationVerdict.LastUser);
        }

        TempData.Success(text["Removed", name]);
        return new SeeOtherResult(OperatorPaths.Index + OperatorFilter.Returning(Request).ToQueryString());
    }
}
