using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Operators.SignIns;

/// <summary>Switching sign-in on again; a lock stays, it is another state (CG-10).</summary>
[Route("operators/{id:guid}/enable")]
[SubjectGuard(DelegatedAct.Enable)]
public sealed class EnablementsController(SignInSwitch service, IStringLocalizer<OperatorsText> text)
    : OperatorController
{
    [HttpGet("")]
    public ViewResult New([Guarded] PortalUser subject) =>
        Confirm(subject,
            new ConfirmPage(text["EnableTitle"], text["EnableQuestion"], text["EnableConsequence"], text["EnableSubmit"]));

    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] PortalUser subject)
    {
        await service.EnableAsync(subject);
        TempData.Success(text["Enabled", subject.UserName!]);
        return ToDetail(subject.Id);
    }
}
