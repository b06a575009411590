using Microsoft.Extensions.Localization;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>The list of work that was set aside.</summary>
public sealed class SetAsideColumns(StaffLists lists, IStringLocalizer<AdminText> text)
{
    public IReadOnlyList<ListColumn<SetAsideRow>> All =>
    [
        new(text["LastTry"], row => new ListCell.Moment(row.Work.LastAt)) { HoldsMoments = true },
        new(text["Work"], row => new ListCell.Lines(new ListCell.Text(text["Work." + row.Work.Kind]),
            new ListCell.Code(row.Work.RowId.ToString()))) { NamesRow = true },
        lists.SiteColumn<SetAsideRow>(row => row.Tenant),
        new(text["WorkTries"], row => new ListCell.Number(row.Work.Tries)) { HoldsNumbers = true },
        new(text["Why"], row => new ListCell.Text(row.Work.Reason)),
        new(text["WorkAct"], row => new ListCell.Act(StaffPaths.SetAsideRetry(row.Tenant.Slug, row.Work.Kind, row.Work.RowId),
            text["TryWorkAgain"], text["Of", row.Work.RowId])) { Places = ListPlaces.Screen },
    ];

    public ListFrame Frame(string? tenant, IReadOnlyList<PortalTenant> tenants, ListPage<SetAsideRow> page)
    {
        ArgumentNullException.ThrowIfNull(page);
        IReadOnlyList<ListField> fields = [lists.Site(tenants, tenant)];
        return new ListFrame(text["SetAsideRows"], new ListRows<SetAsideRow>(All, page.Rows))
        {
            Fields = fields,
            None = new(text["NothingSetAside"], text["NothingSetAsideText"]) { Href = StaffPaths.Outbox, Action = text["Outbox"] },
            Span = ListSpan.Of(page),
            Export = lists.Export(StaffPaths.SetAsideExport, fields),
        };
    }
}
