using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.WorkRequests;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Lists;

namespace Portal.Web.Features.WorkRequests.Index;

/// <summary>The requests of a contract, as far as the reader sees them (WORK-2).</summary>
public sealed class WorkRequestList(WorkRequestSights sights, WorkWords words, IStringLocalizer<WorkRequestsText> text)
{
    public static readonly ListOrders<WorkRequest> Orders = new ListOrders<WorkRequest>("-created")
        .By("number", row => row.Number)
        .By("created", row => row.CreatedAt)
        .By("status", row => row.Status)
        .By("author", row => row.AuthorName)
        .By("cost", row => row.Cost)
        .By("decided", row => row.DecidedAt)
        .Then(row => row.Id);

    private static readonly WorkStatus?[] Tabs = [null, .. Enum.GetValues<WorkStatus>().Cast<WorkStatus?>()];

    public async Task<ListPage<WorkRequest>> PageAsync(CaseReader reader, WorkRequestQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = Within(reader, query);
        found = query.Status is { } status ? found.Where(row => row.Status == status) : found;
        return await found.PageAsync(Orders.Apply(found, query.Order), query.Page);
    }

    public async Task<ListFrame> FrameAsync(CaseReader reader, WorkRequestQuery query, ListPage<WorkRequest> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var counts = await Within(reader, query).GroupBy(row => row.Status).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count);
        return new ListFrame(text["Title"], new ListRows<WorkRequest>(Columns, page.Rows) { Sort = query.Order })
        {
            Search = new ListField("q", text["Keyword"], query.Q) { Type = "search", Hint = text["KeywordHint"] },
            Tabs = [.. Tabs.Select(status => Tab(status, query, counts))],
            Keep = "view,sort",
            None = new(text["None"], text["NoneText"]) { Href = WorkRequestPaths.Catalogue, Action = text["ToCatalogue"] },
            NoMatch = new(text["NoMatch"], text["NoMatchText"]) { Href = WorkRequestPaths.Index, Action = text["ShowAllRequests"] },
            Span = ListSpan.Of(page),
        };
    }

    private IReadOnlyList<ListColumn<WorkRequest>> Columns =>
    [
        new(text["Number"], row => new ListCell.Link(WorkRequestPaths.Show(row.Number),
            new ListCell.Whole(WorkRequestNumber.Of(row.Number)))) { Order = "number", NamesRow = true },
        new(text["Work"], row => new ListCell.Text(row.TitleIn(WorkWords.Language))),
        new(text["Status"], row => new ListCell.Tags([words.Tag(row.Status)])) { Order = "status" },
        new(text["PointsNeeded"], row => new ListCell.Number(row.Cost)) { Order = "cost", HoldsNumbers = true },
        new(text["Author"], row => new ListCell.Text(row.AuthorName)) { Order = "author" },
        new(text["Created"], row => new ListCell.Moment(row.CreatedAt)) { Order = "-created", HoldsMoments = true },
    ];

    private IQueryable<WorkRequest> Within(CaseReader reader, WorkRequestQuery query) =>
        query.Words.Aggregate(sights.Of(reader).AsNoTracking(), (rows, word) => rows.Where(row => row.SearchKey.Contains(word)));

    private ListTab Tab(WorkStatus? status, WorkRequestQuery query, Dictionary<WorkStatus, int> counts) => new(
        status is { } one ? words.Status(one) : text["All"],
        $"{WorkRequestPaths.Index}{query.AddressOf(status)}",
        status == query.Status,
        ListCount.Of(status is { } counted ? counts.GetValueOrDefault(counted) : counts.Values.Sum()));
}
