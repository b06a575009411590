using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.Users;

/// <summary>The list of people that were found.</summary>
public sealed class UserColumns(StaffLists lists, IStringLocalizer<AdminText> text)
{
    public IReadOnlyList<ListColumn<FoundUser>> All =>
    [
        new(text["LoginId"], row => new ListCell.Link(row.Path, new ListCell.Text(row.User.UserName))) { Order = "login", NamesRow = true },
        new(text["Name"], row => new ListCell.Text(row.User.DisplayName)) { Order = "name" },
        lists.SiteColumn<FoundUser>(row => row.Tenant),
        new(text["Contract"], row => new ListCell.Text(row.User.Contract?.Number)) { Order = "contract" },
        new(text["Email"], row => new ListCell.Text(EmailAddress.Readable(row.User.Email))),
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

    private ListTag Tag(UserState state) => new(text["State." + state], UserStates.Tone(state));
}
