using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Guards;

namespace Portal.Web.Features.Cases.Show;

/// <summary>One case (CASE-4).</summary>
[Route("cases/{number:length(9)}")]
[CaseGuard]
public sealed class CasePageController(CaseRecords records) : CaseController
{
    /// <param name="created">The page is the receipt of a new inquiry as well.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show([Guarded] CaseTarget target, bool created) =>
        View("Show", await records.ReadAsync(target) with { IsReceipt = created });
}
