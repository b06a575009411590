using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Lists;

namespace Portal.Web.Features.Shared.Points;

/// <summary>The columns of a ledger of points, on the screen and in files (PNTS-1).</summary>
public sealed class PointColumns(PointWords words, IStringLocalizer<PointSharedText> text)
{
    public IReadOnlyList<ListColumn<PointEntry>> All =>
    [
        new(text["At"], entry => new ListCell.Moment(entry.At)) { HoldsMoments = true, NamesRow = true },
        new(text["Kind"], entry => new ListCell.Tags([words.Kind(entry.Kind)])),
        new(text["What"], entry => new ListCell.Text(words.What(entry))),
        new(text["Who"], entry => new ListCell.Text(words.Who(entry))),
        new(text["Amount"], entry => new ListCell.Number(entry.Amount) { Shown = words.Change(entry) }) { HoldsNumbers = true },
        new(text["LeftAfter"], entry => new ListCell.Number(entry.Left)) { HoldsNumbers = true },
    ];
}
