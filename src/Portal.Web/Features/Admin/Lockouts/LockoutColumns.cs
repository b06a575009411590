using Microsoft.Extensions.Localization;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Lists;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Admin.Lockouts;

/// <summary>The list of those who are locked.</summary>
public sealed class LockoutColumns(StaffLists lists, IStringLocalizer<AdminText> text, TimeProvider clock)
{
    public IReadOnlyList<ListColumn<LockedUser>> All =>
    [
        new(text["LoginId"], row => new ListCell.Text(row.SignsInWith)) { Places = ListPlaces.File },
        new(text["Name"], row => new ListCell.Text(row.Name)) { Places = ListPlaces.File },
        new(text["Name"], row => new ListCell.Lines([.. Person(row)])) { Order = "name", NamesRow = true, Places = ListPlaces.Screen },
        new(text["Phone"], row => new ListCell.Whole(row.Phone)),
        new(text["SiteAndContract"], row => new ListCell.Lines(new ListCell.Text(row.Tenant.Profile.Name.ToString()),
            new ListCell.Whole(row.Contract ?? ""))) { Order = "contract", Places = ListPlaces.Screen },
        lists.SiteColumn<LockedUser>(row => row.Tenant) with { Places = ListPlaces.File },
        new(text["Contract"], row => new ListCell.Text(row.Contract)) { Places = ListPlaces.File },
        new(text["Since"], row => new ListCell.Moment(row.Since)) { Order = "-since", HoldsMoments = true },
        new(text["Why"], Why),
        new(text["Ends"], Ends) { Order = "until", HoldsMoments = true },
    ];

    public ListFrame Frame(LockoutQuery query, IReadOnlyList<PortalTenant> tenants, ListPage<LockedUser> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        IReadOnlyList<ListField> fields = [lists.Site(tenants, query.Tenant), lists.Search(query.Q)];
        var rows = new ListRows<LockedUser>(All, page.Rows)
        {
            Sort = LockoutList.Orders(new Moment(clock.GetUtcNow())).Of(query.Sort),
            Pick = new("ids", row => row.CanRelease ? row.Key.ToString() : null, row => text["Pick", row.SignsInWith]),
        };
        return new ListFrame(text["LockedUsers"], rows)
        {
            Fields = fields,
            Keep = "sort",
            None = new(text["NobodyLocked"], text["NobodyLockedText"]),
            NoMatch = lists.NothingFound(StaffPaths.Lockouts),
            Span = ListSpan.Of(page),
            Act = page.Rows.Any(row => row.CanRelease) ? new(StaffPaths.LockoutsRelease, text["ReleaseChosen"]) : null,
            Export = lists.Export(StaffPaths.LockoutsExport, [.. fields, new("sort", "", query.Sort)]),
        };
    }

    private static IEnumerable<ListCell> Person(LockedUser row)
    {
        yield return new ListCell.Link(row.Path, row.Name.Length > 0 ? new ListCell.Text(row.Name) : new ListCell.Address(row.SignsInWith));
        if (row.Name.Length > 0)
        {
            yield return new ListCell.Address(row.SignsInWith);
        }
    }

    private ListCell Why(LockedUser row) => new ListCell.Lines(
        new ListCell.Text(row.Why(text)),
        new ListCell.Facts([.. row.Addresses.Select(from => text["AddressTimes", from.Address, from.Times].Value)]),
        new ListCell.Whole(row.CanRelease || row.IsVoid ? "" : text["NotByStaff"]));

    private ListCell Ends(LockedUser row) => row switch
    {
        { IsVoid: true, CanIssuePassword: true } => new ListCell.Lines(Void,
            new ListCell.Lead(row.Path + "/temporary-password", text["Act.IssueTemporaryPassword"], text["Of", row.SignsInWith])),
        { IsVoid: true } => Void,
        { Until: { } until } => new ListCell.Moment(until),
        _ => new ListCell.Text(text["EndsNever"]),
    };

    private ListCell Void => new ListCell.Tags([new(text["State.Void"], "error")]);
}
