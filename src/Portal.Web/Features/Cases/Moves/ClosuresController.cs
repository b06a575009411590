using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Cases;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Cases.Moves;

/// <summary>The customer closes a case, after a warning that it stays closed (CASE-3).</summary>
[Route("cases/{number:length(9)}/close")]
[CaseGuard]
public sealed class ClosuresController(CaseMoves moves, CurrentSession session, IStringLocalizer<CasesText> text)
    : MoveController(moves, session, text)
{
    [HttpGet("")]
    public IActionResult New([Guarded] CaseTarget target) =>
        IsOffered(target, CaseMove.Close) ? View("Close", target) : NotNow(target, CaseMove.Close);

    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] CaseTarget target, int version) =>
        Back(target, CaseMove.Close, await MoveAsync(target, CaseMove.Close, version));
}
