using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Cases;
using Portal.Web.Domain.Cases.Live;
using Portal.Web.Features.Shared.Cases.Live;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Cases.Live;

/// <summary>A case that stays open at the desk: what is new is told, fetched, and being written (CASE-8).</summary>
[Authorize(Policy = Policies.Agent)]
[Route("cases/{site}/{number:length(9)}")]
[StaffCaseGuard]
[BackgroundRequest]
[AskedByScript]
public sealed class DeskLiveController(DeskRecords records, CaseTyping typing) : Controller
{
    /// <param name="after">How many entries the page shows.</param>
    [HttpGet("live")]
    [DisableHttpMetrics]
    public IActionResult Listen([Guarded] DeskTarget target, int after)
    {
        var (tenant, id) = (target.Row.TenantId, target.Row.Id);
        return new LiveAnswer(
            new LivePage(tenant, id, CaseSide.Agent, services => services.GetRequiredService<DeskProgress>().OfAsync(tenant, id)), after);
    }

    /// <inheritdoc cref="Listen"/>
    [HttpGet("entries")]
    public async Task<IActionResult> ShowNew([Guarded] DeskTarget target, int after) =>
        PartialView("_News", await records.AfterAsync(target, after));

    /// <summary>Said of who is typing, and kept nowhere.</summary>
    /// <param name="note">It is a note, of which no customer is told.</param>
    [HttpPost("typing")]
    public async Task<IActionResult> TellTyping([Guarded] DeskTarget target, bool note)
    {
        ArgumentNullException.ThrowIfNull(target);
        await typing.TellAsync(target.Row.TenantId, target.Row.Id, CaseSide.Agent,
            note ? CaseNewsKind.TypingInternally : CaseNewsKind.Typing);
        return NoContent();
    }
}
