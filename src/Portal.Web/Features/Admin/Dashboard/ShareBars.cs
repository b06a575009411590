using Portal.Web.Features.Shared.Homes;

namespace Portal.Web.Features.Admin.Dashboard;

/// <summary>A part of a bar.</summary>
/// <param name="Part">Which column it is, from 0.</param>
/// <param name="Path">The list behind it; null for whoever may not see it.</param>
public sealed record ShareBar(int Part, int X, int Width, string? Path);

/// <summary>A row of a table as one bar, divided by its cells.</summary>
/// <param name="Sum">Null where one of the cells is counted to its limit alone: there are more.</param>
public sealed record ShareRow(string Label, int? Sum, IReadOnlyList<ShareBar> Bars);

/// <summary>
/// Draws a table whose cells divide its rows, the largest row as wide as the plot; only numbers, so that no style
/// attribute is needed (CSP). The table stands above it.
/// </summary>
public static class ShareBars
{
    public const int Width = 1000;
    public const int Height = 20;

    /// <summary>A single one beside hundreds must not vanish.</summary>
    private const int Least = 4;

    public static IReadOnlyList<ShareRow> Of(CountedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var most = Math.Max(1, table.Rows.Max(row => row.Cells.Sum(cell => cell.Count)));
        return [.. table.Rows.Select(row => new ShareRow(row.Label,
            row.Cells.Any(cell => cell.Count > HomeCounts.Most) ? null : row.Cells.Sum(cell => cell.Count), Bars(row, most)))];
    }

    private static List<ShareBar> Bars(CountedRow row, int most)
    {
        var bars = new List<ShareBar>();
        var until = 0;
        foreach (var (cell, part) in row.Cells.Select((cell, part) => (cell, part)).Where(each => each.cell.Count > 0))
        {
            var width = Math.Max(Least, (int)((long)cell.Count * Width / most));
            bars.Add(new ShareBar(part, until, width, cell.Path));
            until += width;
        }

        return bars;
    }
}
