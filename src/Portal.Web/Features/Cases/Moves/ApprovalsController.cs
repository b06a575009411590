using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Cases.Moves;

/// <summary>The customer approves a solution; asked no second time.</summary>
[Route("cases/{number:length(9)}/approve")]
[CaseGuard]
public sealed class ApprovalsController(CaseMoves moves, CurrentSession session, IStringLocalizer<CasesText> text)
    : MoveController(moves, session, text)
{
    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] CaseTarget target, int version) =>
        Back(target, CaseMove.Approve, await MoveAsync(target, CaseMove.Approve, version));
}
