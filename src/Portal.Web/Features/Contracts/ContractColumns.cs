using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Contracts;

/// <summary>The columns of the list of contracts (CTRC-1).</summary>
public sealed class ContractColumns(IStringLocalizer<ContractsText> text)
{
    /// <param name="areSeveral">One of them is at work, and each other one is a switch away.</param>
    public IReadOnlyList<ListColumn<ContractChoice>> Of(bool areSeveral) =>
    [
        new(text["Number"], row => row.IsCurrent
            ? new ListCell.Link(ContractPaths.Show(row.Contract.Number), new ListCell.Whole(row.Contract.Number))
            : new ListCell.Whole(row.Contract.Number))
        {
            NamesRow = true,
        },
        new(text["Holder"], row => new ListCell.Text(row.Contract.Holder!.Name)),
        new(text["Service"], row => new ListCell.Text(row.Contract.Service)),
        new(text["Start"], row => new ListCell.Day(row.Contract.StartsOn)),
        .. areSeveral ? [Working] : Array.Empty<ListColumn<ContractChoice>>(),
    ];

    private ListColumn<ContractChoice> Working => new(text["Working"], row => row.IsCurrent
        ? new ListCell.Tags([new ListTag(text["AtWork"], "info")])
        : new ListCell.Link(AccountPaths.Contract, new ListCell.Text(text["ToSwitch"])));
}
