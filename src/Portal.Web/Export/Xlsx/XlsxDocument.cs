using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Portal.Web.Export.Xlsx;

/// <summary>
/// Writes a workbook row by row: moments and numbers as such, texts as texts and never as formulas (EX-02). A sheet
/// that is full goes on in another one.
/// </summary>
/// <remarks>The archive ends with synchronous writes, so the target must be a file.</remarks>
public sealed class XlsxDocument
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly ZipArchive archive;
    private readonly ExportTable table;
    private readonly int rowsOfASheet;

    private XlsxDocument(ZipArchive archive, ExportTable table, int rowsOfASheet) =>
        (this.archive, this.table, this.rowsOfASheet) = (archive, table, rowsOfASheet);

    /// <summary>More rows than this does no program open (with the headings one more).</summary>
    public const int MostRowsOfASheet = 1_048_575;

    /// <param name="file">Written from its present place on; stays open.</param>
    public static async Task WriteAsync(FileStream file, ExportTable table, int rowsOfASheet = MostRowsOfASheet,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        await new XlsxDocument(archive, table, rowsOfASheet).WriteAsync(cancellationToken);
    }

    private async Task WriteAsync(CancellationToken cancellationToken)
    {
        await using var rows = table.Rows.GetAsyncEnumerator(cancellationToken);
        var sheets = 0;
        var more = await rows.MoveNextAsync();
        do
        {
            sheets++;
            await using var part = archive.CreateEntry(XlsxParts.SheetPath(sheets), CompressionLevel.Fastest).Open();
            await using var xml = XmlWriter.Create(part, new XmlWriterSettings { Async = true });
            more = await SheetAsync(xml, rows, more);
        }
        while (more);

        XlsxParts.Write(archive, table.Title, sheets);
    }

    /// <returns>Are there rows left for another sheet?</returns>
    private async Task<bool> SheetAsync(XmlWriter xml, IAsyncEnumerator<IReadOnlyList<object?>> rows, bool more)
    {
        xml.WriteStartElement("worksheet", XlsxParts.Main);
        XlsxParts.Frame(xml, table.Headings);
        xml.WriteStartElement("sheetData");
        Row(xml, table.Headings, XlsxParts.HeadingStyle);
        for (var count = 0; more && count < rowsOfASheet; count++)
        {
            Row(xml, rows.Current, null);
            more = await rows.MoveNextAsync();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        return more;
    }

    private static void Row(XmlWriter xml, IReadOnlyList<object?> cells, string? style)
    {
        xml.WriteStartElement("row");
        foreach (var cell in cells)
        {
            Cell(xml, cell, style);
        }

        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, object? cell, string? style)
    {
        xml.WriteStartElement("c");
        switch (cell)
        {
            case null or "":
                break;
            case DateTimeOffset moment:
                xml.WriteAttributeString("s", style ?? XlsxParts.MomentStyle);
                xml.WriteElementString("v", moment.DateTime.ToOADate().ToString("R", CultureInfo.InvariantCulture));
                break;
            case int or long or decimal or double:
                xml.WriteElementString("v", ((IFormattable)cell).ToString(null, CultureInfo.InvariantCulture));
                break;
            default:
                Text(xml, cell.ToString()!, style);
                break;
        }

        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string text, string? style)
    {
        // Who edits the cell or saves the sheet as CSV must not bring a formula to life (EX-01): the mark says "text"
        // and changes nothing of it.
        if ((style ?? (CsvCell.IsRisky(text) ? XlsxParts.QuotedStyle : null)) is { } chosen)
        {
            xml.WriteAttributeString("s", chosen);
        }

        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(XlsxText.Shorten(text));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
