using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Cases;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Cases.Show;

/// <summary>Puts aside what is expected of the reader, until the status changes (CASE-4).</summary>
[Route("cases/{number:length(9)}/dismiss")]
[CaseGuard]
public sealed class DismissalsController(CaseReadings readings) : CaseController
{
    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] CaseTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        await readings.DismissAsync(target.Row, target.Reader.UserId);
        return new SeeOtherResult(target.Path);
    }
}
