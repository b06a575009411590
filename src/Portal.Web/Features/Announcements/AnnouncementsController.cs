using Microsoft.AspNetCore.Mvc;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Announcements;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Announcements;

/// <summary>What the list of announcements takes from its address.</summary>
public sealed class AnnouncementListInput : ListInput
{
    public string? Q { get; set; }

    public IReadOnlyList<string> Words => SearchText.Words(Given(Q));
}

/// <summary>The announcements that one sees, whether their banners were closed or not (HOME-1).</summary>
public sealed class AnnouncementsController(AnnouncementSights sights, AnnouncementFinder finder, AnnouncementColumns columns,
    CurrentSession session) : AnnouncementController
{
    [HttpGet("announcements")]
    public async Task<IActionResult> Index([FromQuery] AnnouncementListInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ModelState.Clear();
        var seen = sights.Of(AnnouncementReader.Of(session.User));
        if (input.Words.Count > 0)
        {
            Guid[] found = [.. (await finder.FindAsync(input.Words)).Select(row => row.Id)];
            seen = seen.Where(row => found.Contains(row.Id));
        }

        var page = await seen.PageAsync(AnnouncementColumns.Newest(seen), input.Page);
        return page.IsBeyondEnd
            ? new SeeOtherResult("~" + Request.Path + Request.Query.Without("page"))
            : View("Index", columns.Frame(page, input));
    }
}
