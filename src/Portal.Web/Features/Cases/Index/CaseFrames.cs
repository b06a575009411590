using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Lists;

namespace Portal.Web.Features.Cases.Index;

/// <summary>The list of cases as a page shows it: presets with their numbers, rows, page size.</summary>
public sealed class CaseFrames(CaseColumns columns, IStringLocalizer<CasesText> text)
{
    public ListFrame Of(CaseFilter filter, CaseCounts counts, ListPage<CaseRow> page)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(page);
        return new ListFrame(text["Title"], new ListRows<CaseRow>(columns.All, page.Rows) { Sort = CaseQuery.Orders.Of(filter.Sort) })
        {
            Fields = [Size(filter)],
            Tabs = [.. Enum.GetValues<CaseView>().Select(view => Tab(view, filter, counts))],
            Keep = "view,sort",
            None = new(text["NoneYet"], text["NoneYetText"]) { Href = CasePaths.New, Action = text["NewTitle"] },
            NoMatch = new(text["NoneHere"], text["NoneHereText"]) { Href = CasePaths.Index, Action = text["ViewAll"] },
            Span = ListSpan.Of(page),
        };
    }

    private ListTab Tab(CaseView view, CaseFilter filter, CaseCounts counts) => new(text["View." + view],
        $"{CasePaths.Index}?view={CaseFilter.Key(view)}{Kept(filter)}", view == filter.Preset, counts.Of(view));

    private static string Kept(CaseFilter filter) =>
        filter.Rows == ListPages.UsualSize ? "" : string.Create(CultureInfo.InvariantCulture, $"&size={filter.Rows}");

    private ListField Size(CaseFilter filter) => new("size", text["PageSize"], filter.Rows.ToString(CultureInfo.InvariantCulture))
    {
        Choices = [.. ListPages.Sizes.Select(size => new Choice(size.ToString(CultureInfo.InvariantCulture), text["Rows", size]))],
        Narrows = false,
    };
}
