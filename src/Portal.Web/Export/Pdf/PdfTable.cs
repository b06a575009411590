using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;

namespace Portal.Web.Export.Pdf;

/// <summary>A table on A4 pages: headings on every page, long cells on several lines, page numbers.</summary>
internal sealed class PdfTable(PdfDocument document, ExportTable table, IReadOnlyList<double> shares)
{
    private const double Margin = 36;
    private const double Gap = 6;
    private const double Size = 8;
    private const double Leading = 11;
    private const double TitleSize = 14;
    private const double Bottom = PdfDocument.Height - Margin - 18;
    private const int MostLines = 6;

    private double y;

    private static double Inside => PdfDocument.Width - (2 * Margin);

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        y = Margin + TitleSize;
        document.Text(Margin, y, TitleSize, document.InWords(table.Title));
        y += Leading;
        Headings();
        await foreach (var row in table.Rows.WithCancellation(cancellationToken))
        {
            Row(row);
        }

        document.EndPage();
    }

    /// <param name="page">"{0} / {1}" or the like.</param>
    public void Save(Stream target, LocalizedString page) =>
        document.Save(target, (number, text) =>
        {
            var label = string.Format(CultureInfo.CurrentCulture, page.Value, number, document.Pages);
            text(PdfDocument.Width - Margin - document.Measure(label, Size), PdfDocument.Height - Margin, Size, label);
        });

    private void Headings()
    {
        Cells([.. table.Headings.Select((heading, column) => Lines(heading, WidthOf(column)))]);
        document.Line(Margin, PdfDocument.Width - Margin, y);
    }

    private void Row(IReadOnlyList<object?> row)
    {
        IReadOnlyList<string>[] cells = [.. row.Select((cell, column) => Lines(Text(cell), WidthOf(column)))];
        if (y + Height(cells) > Bottom)
        {
            document.EndPage();
            y = Margin;
            Headings();
        }

        Cells(cells);
        document.Line(Margin, PdfDocument.Width - Margin, y);
    }

    private void Cells(IReadOnlyList<string>[] cells)
    {
        var x = Margin;
        for (var column = 0; column < cells.Length; column++)
        {
            for (var line = 0; line < cells[column].Count; line++)
            {
                document.Text(x, y + (Leading * (line + 1)), Size, cells[column][line]);
            }

            x += WidthOf(column) + Gap;
        }

        y += Height(cells);
    }

    private static double Height(IReadOnlyList<string>[] cells) => (Leading * cells.Max(lines => Math.Max(1, lines.Count))) + 4;

    private double WidthOf(int column) => (Inside * shares[column]) - Gap;

    private static string Text(object? cell) => cell switch
    {
        null => "",
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    /// <summary>
    /// Breaks after any character, as Japanese does; what does not fit on the last line ends in an ellipsis.
    /// </summary>
    private List<string> Lines(string text, double width)
    {
        var lines = new List<string>();
        var (line, used) = ("", 0.0);
        for (var each = StringInfo.GetTextElementEnumerator(document.InWords(text)); each.MoveNext();)
        {
            var letter = each.GetTextElement() is [< ' ', ..] ? " " : each.GetTextElement();
            var wide = document.Measure(letter, Size);
            if (used + wide > width && line.Length > 0)
            {
                if (lines.Count == MostLines - 1)
                {
                    lines.Add(Shortened.EndingInEllipsis(line));
                    return lines;
                }

                lines.Add(line);
                (line, used) = ("", 0);
            }

            (line, used) = (line + letter, used + wide);
        }

        lines.Add(line);
        return lines;
    }
}
