using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.WorkRequests;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.WorkRequests;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Features.Shared.WorkRequests;
using Portal.Web.Lists;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.WorkItems;

/// <summary>An item as the staff's list shows it.</summary>
public sealed record WorkItemRow(PortalTenant Tenant, WorkItem Item, WorkDefinition Definition);

/// <summary>The catalogues of the tenants that one looks after (ADMIN-6).</summary>
public sealed class WorkItemList(PortalDbContext db, StaffReach reach, StaffLists lists, IStringLocalizer<WorkItemText> text)
{
    public static readonly ListOrders<WorkItemVersion> Orders = new ListOrders<WorkItemVersion>("position")
        .By("position", row => row.Item!.Position)
        .By("code", row => row.Item!.Code)
        .By("state", row => row.Item!.IsPublished)
        .By("changed", row => row.Item!.ChangedAt)
        .Then(row => row.TenantId).Then(row => row.Item!.Code).Then(row => row.ItemId);

    /// <summary>Those that have work requests at all.</summary>
    public static IReadOnlyList<PortalTenant> WithCatalogue(IEnumerable<PortalTenant> tenants) =>
        [.. tenants.Where(tenant => tenant.Has(TenantFeatures.WorkRequests))];

    public async Task<ListPage<WorkItemRow>> PageAsync(IReadOnlyList<PortalTenant> tenants, WorkItemQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var found = reach.Within(db.WorkItemVersions, tenants).Where(row => row.Edition == row.Item!.Edition);
        var page = await found.PageAsync(Orders.Apply(found, query.Order).Include(row => row.Item).AsNoTracking(), query.Page);
        return page.Select(row => new WorkItemRow(tenants.First(tenant => tenant.Id == row.TenantId), row.Item!, WorkCatalogue.Read(row)));
    }

    public ListFrame Frame(WorkItemQuery query, IReadOnlyList<PortalTenant> tenants, ListPage<WorkItemRow> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        return new ListFrame(text["Title"], new ListRows<WorkItemRow>(Columns, page.Rows) { Sort = query.Order })
        {
            Fields = tenants.Count > 1 ? [lists.Site(tenants, query.Tenant)] : [],
            Keep = "sort",
            None = new(text["None"], text["NoneText"]),
            Span = ListSpan.Of(page),
        };
    }

    public ListTag State(bool isPublished) => isPublished ? new(text["State.Published"], "success") : new(text["State.Hidden"], "neutral");

    private IReadOnlyList<ListColumn<WorkItemRow>> Columns =>
    [
        new(text["Work"], row => new ListCell.Lines(
            new ListCell.Link(StaffPaths.WorkItem(row.Tenant.Slug, row.Item.Id),
                new ListCell.Text(row.Definition.Title.In(WorkWords.Language))),
            new ListCell.Text(row.Tenant.Profile.Name.ToString()))) { NamesRow = true },
        new(text["Field.ItemCode"], row => new ListCell.Code(row.Item.Code)) { Order = "code" },
        new(text["Category"], row => new ListCell.Text(row.Definition.Category.In(WorkWords.Language))),
        new(text["State"], row => new ListCell.Tags([State(row.Item.IsPublished)])) { Order = "-state" },
        new(text["Points"], row => new ListCell.Number(row.Definition.Points)) { HoldsNumbers = true },
        new(text["Field.Position"], row => new ListCell.Number(row.Item.Position)) { Order = "position", HoldsNumbers = true },
        new(text["Changed"], row => new ListCell.Lines(new ListCell.Moment(row.Item.ChangedAt), new ListCell.Text(row.Item.ChangedBy)))
        {
            Order = "-changed",
            HoldsMoments = true,
        },
    ];
}
