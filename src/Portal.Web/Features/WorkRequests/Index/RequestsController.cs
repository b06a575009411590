using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.WorkRequests.Index;

/// <summary>What the contract asked for (WORK-2).</summary>
[Route("requests")]
public sealed class RequestsController(WorkRequestList list, CurrentSession session) : WorkRequestController(session)
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] WorkRequestQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ModelState.Clear();
        if (Reader is not { } reader)
        {
            return NotFound();
        }

        var page = await list.PageAsync(reader, query);
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Index", await list.FrameAsync(reader, query, page));
    }
}
