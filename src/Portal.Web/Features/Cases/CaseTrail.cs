using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Cases;

/// <summary>The way to a page about cases, the same for all of them.</summary>
public sealed class CaseTrail(PageContext page, IStringLocalizer<CasesText> text)
{
    public void ToHome() => page.Crumb(page.HomeTitle, HomePaths.Home);

    public void ToList()
    {
        ToHome();
        page.Crumb(text["Title"], CasePaths.Index);
    }

    public void ToOne(SupportCase row)
    {
        ArgumentNullException.ThrowIfNull(row);
        ToList();
        page.Crumb(row.Subject, CasePaths.Show(row.Number));
    }
}
