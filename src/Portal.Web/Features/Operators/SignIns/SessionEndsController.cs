using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Operators.SignIns;

/// <summary>Signing an ID out everywhere.</summary>
[Route("operators/{id:guid}/end-sessions")]
[SubjectGuard(DelegatedAct.EndSessions)]
public sealed class SessionEndsController(ForcedSignOut service, IStringLocalizer<OperatorsText> text)
    : OperatorController
{
    [HttpGet("")]
    public ViewResult New([Guarded] PortalUser subject) =>
        Confirm(subject,
            new ConfirmPage(text["EndSessionsTitle"], text["EndSessionsQuestion"], text["EndSessionsConsequence"],
                text["EndSessionsSubmit"], "danger"));

    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] PortalUser subject)
    {
        TempData.Success(text["SessionsEnded", subject.UserName!, await service.EndAsync(subject, SessionEnds.EndedByManager)]);
        return ToDetail(subject.Id);
    }
}
