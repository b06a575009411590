using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Cases;
using Portal.Web.Domain.Cases.Live;
using Portal.Web.Features.Shared.Cases.Live;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Cases.Show;

/// <summary>A case whose page stays open: what is new is told, fetched, and being written (CASE-8).</summary>
[Route("cases/{number:length(9)}")]
[CaseLookGuard]
[BackgroundRequest]
[AskedByScript]
public sealed class LiveController(CaseRecords records, CaseTyping typing) : CaseController
{
    /// <param name="after">How many entries the page shows.</param>
    [HttpGet("live")]
    [DisableHttpMetrics]
    public IActionResult Listen([Guarded] CaseTarget target, int after)
    {
        var id = target.Row.Id;
        return new LiveAnswer(
            new LivePage(target.Row.TenantId, id, CaseSide.Customer, services => services.GetRequiredService<CaseProgress>().OfAsync(id)),
            after);
    }

    /// <inheritdoc cref="Listen"/>
    [HttpGet("entries")]
    public async Task<IActionResult> ShowNew([Guarded] CaseTarget target, int after) =>
        PartialView("_News", await records.AfterAsync(target, after));

    /// <summary>Said of who is typing, and kept nowhere.</summary>
    [HttpPost("typing")]
    public async Task<IActionResult> TellTyping([Guarded] CaseTarget target)
    {
        await typing.TellAsync(target.Row.TenantId, target.Row.Id, CaseSide.Customer, CaseNewsKind.Typing);
        return NoContent();
    }
}
