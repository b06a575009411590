using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Approvals;

/// <summary>The list of what waits for a second person.</summary>
public sealed class ApprovalColumns(ApprovalList list, StaffLists lists, IStringLocalizer<ApprovalText> text)
{
    public IReadOnlyList<ListColumn<ApprovalRow>> All =>
    [
        new(text["What"], row => new ListCell.Lines(
            new ListCell.Link(StaffPaths.Approval(row.Request.Id), new ListCell.Text(text["Act." + row.Request.Act])),
            new ListCell.Text(EmailAddress.Readable(row.Request.SubjectName)))) { Order = "subject", NamesRow = true },
        lists.SiteColumn<ApprovalRow>(row => row.Tenant),
        new(text["RequestedBy"], row => new ListCell.Lines(new ListCell.Address(EmailAddress.Readable(row.Request.RequestedBy)),
            new ListCell.Moment(row.Request.RequestedAt))) { Order = "-asked" },
        new(text["State"], row => new ListCell.Tags([Tag(row.Request)])),
        new(text["Ends"], row => new ListCell.Moment(row.Request.DecidedAt ?? row.Request.ExpiresAt))
        {
            Order = "ends",
            HoldsMoments = true,
        },
    ];

    public ListFrame Frame(ApprovalQuery query, IReadOnlyList<PortalTenant> tenants,
        IReadOnlyDictionary<ApprovalView, ListCount> counts, ListPage<ApprovalRow> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(page);
        return new ListFrame(text["Title"], new ListRows<ApprovalRow>(All, page.Rows) { Sort = query.Order })
        {
            Fields = tenants.Count > 1 ? [lists.Site(tenants, query.Tenant)] : [],
            Tabs = [.. Enum.GetValues<ApprovalView>().Select(view => Tab(view, query, counts))],
            Keep = "view,sort",
            None = new(text["None"], text["NoneText"]),
            NoMatch = new(text["NoMatch"], text["NoneText"]) { Href = StaffPaths.Approvals, Action = text["ShowWaiting"] },
            Span = ListSpan.Of(page),
        };
    }

    public ListTag Tag(ApprovalRequest row)
    {
        var state = list.StateOf(row);
        return new ListTag(text["State." + state], state switch
        {
            ApprovalState.Waiting => "warning",
            ApprovalState.Approved => "success",
            ApprovalState.Rejected or ApprovalState.NotPossible => "error",
            _ => "neutral",
        });
    }

    private ListTab Tab(ApprovalView view, ApprovalQuery query, IReadOnlyDictionary<ApprovalView, ListCount> counts)
    {
        var tenant = string.IsNullOrEmpty(query.Tenant) ? "" : "&tenant=" + Uri.EscapeDataString(query.Tenant);
        return new ListTab(text["View." + view], $"{StaffPaths.Approvals}?view={ApprovalQuery.Key(view)}{tenant}", view == query.Preset,
            counts[view]);
    }
}
