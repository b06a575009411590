using Microsoft.Extensions.Localization;
using Portal.Web.Features.Shared.Knowledge;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.Languages;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Knowledge;

/// <summary>The staff's list of articles: what there is, where, for whom, and who wrote it last.</summary>
public sealed class ArticleColumns(StaffLists lists, IDisplayTime time, IStringLocalizer<KnowledgeEditorText> text)
{
    public ListFrame Frame(ArticleListQuery query, IReadOnlyList<PortalTenant> tenants, IReadOnlyDictionary<ArticleView, ListCount> counts,
        ListPage<ArticleRow> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(tenants);
        ArgumentNullException.ThrowIfNull(page);
        return new ListFrame(text["Title"], new ListRows<ArticleRow>(Columns(tenants.Count > 1), page.Rows) { Sort = query.Order })
        {
            Search = new ListField("q", text["SearchTitle"], query.Q) { Type = "search" },
            Fields = tenants.Count > 1 ? [lists.Site(tenants, query.Tenant)] : [],
            Tabs = [.. Enum.GetValues<ArticleView>().Select(view => Tab(view, query, counts))],
            Keep = "view,sort",
            None = new(text["None"], text["NoneText"]),
            NoMatch = new(text["NoMatch"], text["NoMatchText"]) { Href = StaffPaths.Knowledge, Action = text["ShowAll"] },
            Span = ListSpan.Of(page),
        };
    }

    /// <summary>As tags are coloured.</summary>
    public ListTag Tag(ArticleView state) => new(text["State." + state], state switch
    {
        ArticleView.Draft => "neutral",
        ArticleView.Planned => "purple",
        ArticleView.Over or ArticleView.Hidden => "orange",
        _ => "success",
    });

    /// <param name="severalSites">Where there is one alone, its name in each row says nothing.</param>
    private IReadOnlyList<ListColumn<ArticleRow>> Columns(bool severalSites) =>
    [
        new(text["Article"], row => severalSites
            ? new ListCell.Lines(Link(row), new ListCell.Text(row.Tenant.Profile.Name.ToString()))
            : Link(row)) { NamesRow = true },
        new(text["State"], State),
        new(text["Category"], row => new ListCell.Lines(new ListCell.Text(KnowledgeWords.Name(row.Row.Category!.Base!)),
            new ListCell.Text(KnowledgeWords.Name(row.Row.Category)))) { Order = "category" },
        new(text["Languages"], row => new ListCell.Text(string.Join(" / ", row.Row.Versions.Select(version => version.Language)
            .OrderDescending(StringComparer.Ordinal).Select(language => text["Language." + language].Value)))),
        new(text["ViewCount"], row => new ListCell.Number(row.Row.ViewCount)) { Order = "-views", HoldsNumbers = true },
        new(text["Changed"], row => new ListCell.Lines(new ListCell.Moment(row.Row.ChangedAt), new ListCell.Text(row.Row.ChangedBy)))
        {
            Order = "-changed",
            HoldsMoments = true,
        },
    ];

    /// <summary>With from and until where there is either: most articles have none.</summary>
    private ListCell State(ArticleRow row)
    {
        ListCell[] ends = [.. End("ShownFrom", row.Row.ShownFrom), .. End("ShownUntil", row.Row.ShownUntil)];
        var tags = new ListCell.Tags([Tag(row.State)]);
        return ends.Length == 0 ? tags : new ListCell.Lines([tags, .. ends]);
    }

    private IEnumerable<ListCell> End(string key, DateTimeOffset? moment) =>
        moment is { } at ? [new ListCell.Text(text[key, time.Format(at)])] : [];

    private static ListCell.Link Link(ArticleRow row) =>
        new ListCell.Link(StaffPaths.Article(row.Tenant.Slug, row.Row.Id), new ListCell.Text(row.Title));

    private ListTab Tab(ArticleView view, ArticleListQuery query, IReadOnlyDictionary<ArticleView, ListCount> counts)
    {
        var rest = (string.IsNullOrEmpty(query.Tenant) ? "" : "&tenant=" + Uri.EscapeDataString(query.Tenant))
            + (query.Text is { } typed ? "&q=" + Uri.EscapeDataString(typed) : "");
        return new ListTab(text["State." + view], $"{StaffPaths.Knowledge}?view={ArticleListQuery.Key(view)}{rest}", view == query.Preset,
            counts[view]);
    }
}
