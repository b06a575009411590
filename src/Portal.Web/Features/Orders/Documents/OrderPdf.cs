using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Rules.Brands;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Orders.Documents;
using Portal.Web.Export;
using Portal.Web.Export.Pdf;

namespace Portal.Web.Features.Orders.Documents;

/// <summary>A stored document on A4, where a font was found; all words and figures are those that are stored.</summary>
public sealed class OrderPdf(PdfFonts fonts, IStringLocalizer<OrdersText> text)
{
    public bool IsOffered => fonts.IsThere;

    public StreamedDownload Download(OrderDocument stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var content = DocumentContent.Read(stored.Content);
        var page = text["PdfPage"].Value;
        return new StreamedDownload($"{content.Title}_{content.Number}.pdf", PdfExport.ContentType, async (target, cancelled) =>
        {
            using var document =
                new PdfDocument(fonts.Face, PdfPaper.A4, $"{content.Title} {content.Number}", stored.Language, stored.MadeAt);
            new OrderSheet(document, content).Write(number => string.Format(CultureInfo.InvariantCulture, page, number, document.Pages));
            using var memory = new MemoryStream();
            document.Save(memory);
            memory.Position = 0;
            await memory.CopyToAsync(target, cancelled);
        });
    }
}

/// <summary>Puts a document on as many sheets as it needs.</summary>
internal sealed class OrderSheet(PdfDocument document, DocumentContent content)
{
    private const double Margin = 48;
    private const double Size = 9;
    private const double Leading = 13;
    private const double TitleSize = 20;
    private const double MainSize = 14;
    private const double Gap = 6;
    private const double ShareOfNames = 0.38;

    private static readonly Rgb Band = new(0xEE, 0xEE, 0xEE);
    private double y;

    private double Right => document.Paper.Width - Margin;

    private double Inside => document.Paper.Width - (2 * Margin);

    private double Bottom => document.Paper.Height - Margin - (2 * Leading);

    /// <param name="page">The number of a page in words, once all are there.</param>
    public void Write(Func<int, string> page)
    {
        document.BeginPage();
        y = Margin;
        Head();
        Facts();
        Table();
        Sums();
        Notes();
        for (var number = 1; number <= document.Pages; number++)
        {
            document.ReturnTo(number);
            AtRight(Right, document.Paper.Height - Margin, $"{content.Number}  {page(number)}", Size);
        }
    }

    private void Head()
    {
        y += TitleSize;
        var title = document.Face.InWords(content.Title);
        document.Text((document.Paper.Width - document.Face.Measure(title, TitleSize)) / 2, y, TitleSize, title, bold: true);
        y += 2 * Leading;
        var top = y;
        foreach (var line in content.Recipient)
        {
            Line(Margin, line, MainSize, Inside * 0.55);
        }

        Line(Margin, content.Lead, Size, Inside * 0.55);
        var left = y;
        y = top;
        AtRight(Right, y, content.Number, Size);
        y += Leading;
        AtRight(Right, y, content.Date, Size);
        y += 2 * Leading;
        foreach (var line in content.Seller)
        {
            Line(Margin + (Inside * 0.58), line, Size, Inside * 0.42);
        }

        y = Math.Max(left, y) + Leading;
        document.Area(Margin, y, Inside, MainSize * 2, Band);
        y += MainSize * 1.4;
        document.Text(Margin + Gap, y, MainSize, document.Face.InWords(content.Main.Label), bold: true);
        AtRight(Right - Gap, y, content.Main.Value, MainSize, bold: true);
        y += MainSize + Leading;
    }

    private void Facts()
    {
        foreach (var fact in content.Facts.Where(fact => fact.Value.Length > 0))
        {
            Ensure(Leading);
            document.Text(Margin, y, Size, document.Face.InWords(fact.Label), bold: true);
            Line(Margin + (Inside * 0.22), fact.Value, Size, Inside * 0.78);
        }

        y += Leading;
    }

    private void Table()
    {
        Row(content.Columns, bold: true);
        foreach (var row in content.Rows)
        {
            Row(row);
        }

        y += Leading;
    }

    private void Sums()
    {
        for (var i = 0; i < content.Sums.Count; i++)
        {
            Ensure(Leading);
            var isLast = i == content.Sums.Count - 1;
            document.Text(Margin + (Inside * 0.5), y, Size, document.Face.InWords(content.Sums[i].Label), bold: isLast);
            AtRight(Right, y, content.Sums[i].Value, Size, isLast);
            y += Leading;
        }

        y += Leading;
    }

    private void Notes()
    {
        foreach (var note in content.Notes)
        {
            Line(Margin, note, Size, Inside);
        }
    }

    private void Row(IReadOnlyList<string> cells, bool bold = false)
    {
        var figures = (Inside * (1 - ShareOfNames)) / (cells.Count - 1);
        IReadOnlyList<string>[] lines =
            [.. cells.Select((cell, i) => Broken(cell, Size, (i == 0 ? Inside * ShareOfNames : figures) - Gap))];
        Ensure(Leading * lines.Max(each => each.Count));
        for (var i = 0; i < lines.Length; i++)
        {
            for (var line = 0; line < lines[i].Count; line++)
            {
                if (i == 0)
                {
                    document.Text(Margin, y + (Leading * line), Size, lines[i][line], bold);
                }
                else
                {
                    AtRight(Margin + (Inside * ShareOfNames) + (figures * i), y + (Leading * line), lines[i][line], Size, bold);
                }
            }
        }

        y += (Leading * (lines.Max(each => each.Count) - 1)) + 4;
        document.Line(Margin, Right, y);
        y += Leading;
    }

    private void Line(double x, string text, double size, double width)
    {
        foreach (var line in Broken(text, size, width))
        {
            Ensure(size + 4);
            document.Text(x, y, size, line);
            y += size + 4;
        }
    }

    private void Ensure(double height)
    {
        if (y + height > Bottom)
        {
            document.BeginPage();
            y = Margin + Leading;
        }
    }

    private void AtRight(double x, double at, string text, double size, bool bold = false)
    {
        var shown = document.Face.InWords(text);
        document.Text(x - document.Face.Measure(shown, size), at, size, shown, bold);
    }

    private IReadOnlyList<string> Broken(string text, double size, double width) => PdfLines.Broken(document.Face, text, size, width);
}
