using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Operators.Memberships;

/// <summary>The columns of the people who work for a contract beside their own.</summary>
public sealed class MembershipColumns(OperatorWords words, IStringLocalizer<OperatorsText> text)
{
    public IReadOnlyList<ListColumn<Membership>> All =>
    [
        new(text["Column.name"],
            row => new ListCell.Link(OperatorPaths.Membership(row.UserId), new ListCell.Text(row.User!.DisplayName))) { NamesRow = true },
        new(words.Id, row => new ListCell.Address(row.User!.UserName)),
        new(text["Membership.Home"], row => new ListCell.Whole(row.User!.Contract!.Number)),
        new(words.ManagerTitle, row => new ListCell.Text(text[row.Role == AccountRole.Manager ? "Yes" : "No"])),
        new(text["Membership.Since"], row => new ListCell.Moment(row.CreatedAt)),
    ];
}
