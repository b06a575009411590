using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Lists;

namespace Portal.Web.Features.Contracts;

/// <summary>The columns of the list of contracts (CTRC-1).</summary>
public sealed class ContractColumns(IStringLocalizer<ContractsText> text)
{
    public IReadOnlyList<ListColumn<Contract>> All =>
    [
        new(text["Number"], contract => new ListCell.Link(ContractPaths.Show(contract.Number), new ListCell.Whole(contract.Number)))
        {
            NamesRow = true,
        },
        new(text["Holder"], contract => new ListCell.Text(contract.Holder!.Name)),
        new(text["Service"], contract => new ListCell.Text(contract.Service)),
        new(text["Start"], contract => new ListCell.Day(contract.StartsOn)),
    ];
}
