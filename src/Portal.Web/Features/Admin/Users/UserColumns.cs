using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Users;

/// <summary>The list of people that were found.</summary>
public sealed class UserColumns(StaffLists lists, IStringLocalizer<AdminText> text)
{
    public IReadOnlyList<ListColumn<FoundUser>> All =>
    [
        new(text["LoginId"], row => new ListCell.Text(row.User.UserName)) { Places = ListPlaces.File },
        new(text["Name"], row => new ListCell.Text(row.User.DisplayName)) { Places = ListPlaces.File },
        new(text["Name"], row => new ListCell.Lines([.. Person(row)])) { Order = "name", NamesRow = true, Places = ListPlaces.Screen },
        new(text["Phone"], row => new ListCell.Whole(row.User.Phone)) { Places = ListPlaces.Screen },
        new(text["SiteAndContract"], row => new ListCell.Lines(new ListCell.Text(row.Tenant.Profile.Name.ToString()),
            new ListCell.Whole(row.User.Contract?.Number ?? ""))) { Order = "contract", Places = ListPlaces.Screen },
        lists.SiteColumn<FoundUser>(row => row.Tenant) with { Places = ListPlaces.File },
        new(text["Contract"], row => new ListCell.Text(row.User.Contract?.Number)) { Places = ListPlaces.File },
        new(text["Email"], row => new ListCell.Address(EmailAddress.Readable(row.User.Email))),
        new(text["State"], row => new ListCell.Tags([.. row.States.Select(Tag)])),
    ];

    public ListFrame Frame(UserQuery query, ListPage<FoundUser> page)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(page);
        var rows = new ListRows<FoundUser>(All, page.Rows) { Sort = UserDirectory.Orders.Of(query.Sort) };
        return new ListFrame(text["FoundUsers"], rows)
        {
            None = lists.NothingFound(null),
            Span = ListSpan.Of(page),
            Export = lists.Export(StaffPaths.UsersExport,
            [
                new("tenant", text["Site"], query.Tenant), new("q", text["SearchText"], query.Q), new("sort", "", query.Sort),
            ]),
        };
    }

    private static IEnumerable<ListCell> Person(FoundUser row)
    {
        var id = new ListCell.Address(row.User.UserName);
        var hasName = row.User.DisplayName != row.User.UserName;
        yield return new ListCell.Link(row.Path, hasName ? new ListCell.Text(row.User.DisplayName) : id);
        if (hasName)
        {
            yield return id;
        }
    }

    private ListTag Tag(UserState state) => new(text["State." + state], UserStates.Tone(state));
}
