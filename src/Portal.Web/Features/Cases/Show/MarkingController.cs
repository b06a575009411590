using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Cases;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Cases.Show;

/// <summary>Marks a case confidential, and takes the mark away (CASE-6).</summary>
[Route("cases/{number:length(9)}/confidential")]
[CaseGuard]
public sealed class MarkingController(CaseMarking marking, IStringLocalizer<CasesText> text) : CaseController
{
    [HttpPost("")]
    public async Task<IActionResult> Update([Guarded] CaseTarget target, bool confidential)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!target.Reader.Manages(target.Row))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await marking.MarkAsync(target.Row.Id, confidential) is CaseOutcome.Done)
        {
            TempData.Success(text[confidential ? "Marked" : "Unmarked"]);
        }

        return new SeeOtherResult(target.Path);
    }
}
