namespace Portal.Web.Files.Tables;

/// <summary>One row of a file that has something in it.</summary>
/// <param name="Number">Its number as the spreadsheet shows it, from 1.</param>
/// <param name="Cells">Without the blank ones at its end.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Null where every cell is blank: a spreadsheet writes such rows without being asked.</summary>
    internal static TableRow? Of(int number, IReadOnlyList<string> cells)
    {
        var last = cells.Count;
        while (last > 0 && string.IsNullOrWhiteSpace(cells[last - 1]))
        {
            last--;
        }

        return last == 0 ? null : new TableRow(number, [.. cells.Take(last)]);
    }
}
