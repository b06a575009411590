using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Cases;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Cases.Index;

/// <param name="Manages">The reader sets who sees which cases.</param>
public sealed record CaseListPage(ListFrame Frame, bool Manages);

/// <summary>The cases that one sees (CASE-5, CASE-6).</summary>
public sealed class CasesController(CaseQuery cases, CaseFrames frames, CurrentSession session) : CaseController
{
    [HttpGet("cases")]
    public async Task<IActionResult> Index([FromQuery] CaseFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ModelState.Clear();
        if (CaseReader.Of(session.User) is not { } reader)
        {
            return NotFound();
        }

        var counts = await cases.CountAsync(reader);
        var page = await cases.PageAsync(reader, filter, counts.Of(filter.Preset));
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Index", new CaseListPage(frames.Of(filter, counts, page), reader.IsManager));
    }
}
