using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Lists;

namespace Portal.Web.Features.Cases.Index;

/// <summary>The list of cases as a page shows it: presets with numbers, keyword, rows, page size, files.</summary>
public sealed class CaseFrames(CaseColumns columns, IStringLocalizer<CasesText> text)
{
    public ListFrame Of(CaseFilter filter, CaseFound found)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentNullException.ThrowIfNull(found);
        var rows = new ListRows<CaseRow>(columns.OnScreen, found.Page.Rows) { Sort = CaseQuery.Orders.Keys(filter.Sort)[0] };
        return Bare(filter, rows, found.Counts) with
        {
            Export = new ListExport(CasePaths.Export + filter.Query, text["SaveCsv"], text["SaveXlsx"]),
            Span = ListSpan.Of(found.Page),
        };
    }

    /// <summary>Without rows, where the conditions are not understood.</summary>
    public ListFrame Misunderstood(CaseFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Bare(filter, null, null);
    }

    private ListFrame Bare(CaseFilter filter, ListRows? rows, CaseCounts? counts)
    {
        var noMatch = new ListEmpty(text["NoneHere"], text[filter.IsNarrowed ? "NoneFoundText" : "NoneHereText"])
        {
            Href = CasePaths.Index,
            Action = text["ViewAll"],
        };
        return new ListFrame(text["Title"], rows)
        {
            Search = new ListField("q", text["Keyword"], filter.Q) { Type = "search", Hint = text["KeywordHint"] },
            Fields = [Size(filter)],
            Tabs = [.. Enum.GetValues<CaseView>().Select(view => Tab(view, filter, counts))],
            Keep = CaseFilter.Kept,
            None = filter.IsNarrowed ? noMatch
                : new(text["NoneYet"], text["NoneYetText"]) { Href = CasePaths.New, Action = text["NewTitle"] },
            NoMatch = noMatch,
        };
    }

    private ListTab Tab(CaseView view, CaseFilter filter, CaseCounts? counts) => new(text["View." + view],
        CasePaths.Index + filter.QueryOf(view), view == filter.Preset, counts?.Of(view));

    private ListField Size(CaseFilter filter) => new("size", text["PageSize"], filter.Rows.ToString(CultureInfo.InvariantCulture))
    {
        Choices = [.. ListPages.Sizes.Select(size => new Choice(size.ToString(CultureInfo.InvariantCulture), text["Rows", size]))],
        Narrows = false,
    };
}
