using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Operators.Memberships;

/// <summary>The columns of the people who work for a contract beside their own.</summary>
public sealed class MembershipColumns(OperatorWords words, IStringLocalizer<OperatorsText> text)
{
    /// <param name="who">Nobody changes what oneself is.</param>
    /// <param name="isOffered">Otherwise nothing is granted any more, and a name leads to taking its owner out.</param>
    public IReadOnlyList<ListColumn<Membership>> For(PortalUser who, bool isOffered) =>
    [
        new(text["Column.name"], row => Name(row, isOwn: row.UserId == who.Id, isOffered)) { NamesRow = true },
        new(words.Id, row => new ListCell.Address(row.User!.UserName)),
        new(text["Membership.Home"], row => new ListCell.Whole(row.User!.Contract!.Number)),
        new(words.ManagerTitle, row => new ListCell.Text(text[row.Role == AccountRole.Manager ? "Yes" : "No"])),
        new(text["Membership.Since"], row => new ListCell.Moment(row.CreatedAt)),
    ];

    private static ListCell Name(Membership row, bool isOwn, bool isOffered)
    {
        var name = new ListCell.Text(row.User!.DisplayName);
        var page = isOffered ? OperatorPaths.Membership(row.UserId) : OperatorPaths.MembershipRemove(row.UserId);
        return isOwn ? name : new ListCell.Link(page, name);
    }
}
