using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.WorkRequests;

/// <summary>The way to a page about work requests, the same for all of them.</summary>
public sealed class WorkRequestTrail(PageContext page, IStringLocalizer<WorkRequestsText> text)
{
    public void ToHome() => page.Crumb(page.HomeTitle, HomePaths.Home);

    public void ToCatalogue()
    {
        ToHome();
        page.Crumb(text["Catalogue"], WorkRequestPaths.Catalogue);
    }

    public void ToList()
    {
        ToHome();
        page.Crumb(text["Title"], WorkRequestPaths.Index);
    }

    public void ToOne(WorkRequest row)
    {
        ArgumentNullException.ThrowIfNull(row);
        ToList();
        page.Crumb(text["ShowTitle", row.TitleIn(WorkWords.Language), Rules.WorkRequests.WorkRequestNumber.Of(row.Number)],
            WorkRequestPaths.Show(row.Number));
    }
}
