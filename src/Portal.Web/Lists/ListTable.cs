using Portal.Web.Export;

namespace Portal.Web.Lists;

/// <summary>A list on its way into a file: the same columns, cells and order as on the screen (FILE-2).</summary>
public static class ListTable
{
    public static ExportTable Of<T>(string title, IReadOnlyList<ListColumn<T>> columns, IAsyncEnumerable<T> rows, ReaderZone zone)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(zone);
        ListColumn<T>[] shown = [.. columns.Where(column => column.Places.HasFlag(ListPlaces.File))];
        return new ExportTable(title, [.. shown.Select(column => Heading(column, zone))],
            rows.Select(object?[] (row) => [.. shown.Select(column => column.Cell(row).InFile(zone))]));
    }

    private static string Heading<T>(ListColumn<T> column, ReaderZone zone) => column.Heading + (column.HoldsMoments ? zone.InWords : "");
}
