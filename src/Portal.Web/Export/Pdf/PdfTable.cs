using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;

namespace Portal.Web.Export.Pdf;

/// <summary>
/// A table on A4 pages: on every page whose it is, of whom and of when it tells, the headings and its number; long
/// cells on several lines.
/// </summary>
internal sealed class PdfTable(PdfDocument document, PdfHeading heading, ExportTable table, IReadOnlyList<double> shares)
{
    private const double Margin = 36;
    private const double Gap = 6;
    private const double Size = 8;
    private const double Leading = 11;
    private const double TitleSize = 14;
    private const int MostLines = 6;

    private double y;

    private double Right => document.Paper.Width - Margin;

    private double Inside => document.Paper.Width - (2 * Margin);

    private double Bottom => document.Paper.Height - Margin - 18;

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        BeginPage();
        y += TitleSize + 4;
        document.Text(Margin, y, TitleSize, document.Face.InWords(table.Title), bold: true);
        foreach (var fact in heading.Facts)
        {
            y += Leading + 2;
            document.Text(Margin, y, Size, document.Face.InWords(fact));
        }

        y += Leading;
        Headings();
        await foreach (var row in table.Rows.WithCancellation(cancellationToken))
        {
            Row(row);
        }
    }

    /// <param name="page">"{0} / {1}" or the like.</param>
    public void Number(LocalizedString page)
    {
        for (var number = 1; number <= document.Pages; number++)
        {
            document.ReturnTo(number);
            AtRight(document.Paper.Height - Margin, string.Format(CultureInfo.CurrentCulture, page.Value, number, document.Pages));
        }
    }

    private void BeginPage()
    {
        document.BeginPage();
        y = Margin;
        document.Text(Margin, y, Size, Shorten(document.Face.InWords(heading.Portal), Inside / 2));
        AtRight(y, document.Face.InWords(heading.Printed));
        y += 4;
        document.Line(Margin, Right, y);
    }

    /// <summary>A page that came loose from the first one still says what it belongs to.</summary>
    private void Continue()
    {
        BeginPage();
        y += Leading + 2;
        document.Text(Margin, y, Size, Shorten(document.Face.InWords(string.Join("  ", [table.Title, .. heading.Facts])), Inside));
    }

    private void AtRight(double at, string text) => document.Text(Right - document.Face.Measure(text, Size), at, Size, text);

    private string Shorten(string text, double width) => Lines(text, width) is [var line, _, ..] ? Shortened.EndingInEllipsis(line) : text;

    private void Headings()
    {
        Cells([.. table.Headings.Select((name, column) => Lines(name, WidthOf(column)))], bold: true);
        document.Line(Margin, Right, y);
    }

    private void Row(IReadOnlyList<object?> row)
    {
        IReadOnlyList<string>[] cells = [.. row.Select((cell, column) => Lines(Text(cell), WidthOf(column)))];
        if (y + Height(cells) > Bottom)
        {
            Continue();
            Headings();
        }

        Cells(cells);
        document.Line(Margin, Right, y);
    }

    private void Cells(IReadOnlyList<string>[] cells, bool bold = false)
    {
        var x = Margin;
        for (var column = 0; column < cells.Length; column++)
        {
            for (var line = 0; line < cells[column].Count; line++)
            {
                document.Text(x, y + (Leading * (line + 1)), Size, cells[column][line], bold);
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
        for (var each = StringInfo.GetTextElementEnumerator(document.Face.InWords(text)); each.MoveNext();)
        {
            var letter = each.GetTextElement() is [< ' ', ..] ? " " : each.GetTextElement();
            var wide = document.Face.Measure(letter, Size);
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
