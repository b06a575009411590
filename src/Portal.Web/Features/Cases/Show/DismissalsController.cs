using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Cases;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Cases.Show;

/// <summary>Puts aside what is expected of the reader, until the status changes (CASE-4).</summary>
[Route("cases/{number:length(9)}/dismiss")]
[CaseGuard]
public sealed class DismissalsController(CaseReadings readings, IStringLocalizer<CasesText> text) : CaseController
{
    [HttpPost("")]
    public async Task<IActionResult> Create([Guarded] CaseTarget target, int version)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (await readings.DismissAsync(target.Row, target.Reader.UserId, version) is CaseOutcome.Overtaken overtaken)
        {
            TempData.Warning(text[CaseAnswers.WhyNot(overtaken)]);
        }

        return new SeeOtherResult(target.Path);
    }
}
