using PdfSharp.Drawing;
using Portal.Rules.Brands;
using Sharp = PdfSharp.Pdf;

namespace Portal.Web.Export.Pdf;

/// <summary>
/// Texts, lines, areas and squares on pages: all that the rest of the house knows of the library. What is written can
/// be searched and copied, and only the glyphs in use are embedded.
/// </summary>
internal sealed class PdfDocument : IDisposable
{
    private readonly PdfFace face;
    private readonly PdfPaper paper;
    private readonly Dictionary<(double Size, bool Bold), XFont> fonts = [];
    private readonly Sharp.PdfDocument document = new();
    private XGraphics? page;

    /// <param name="made">When, for the properties of the file.</param>
    public PdfDocument(PdfFace face, PdfPaper paper, string title, string language, DateTimeOffset made)
    {
        (this.face, this.paper) = (face, paper);
        document.Language = language;
        document.ViewerPreferences.DisplayDocTitle = true;
        (document.Info.Title, document.Info.Creator, document.Info.CreationDate) = (title, "Portal", made.UtcDateTime);
        document.Options.CompressContentStreams = true;
    }

    public PdfFace Face => face;

    public PdfPaper Paper => paper;

    public int Pages => document.PageCount;

    private XGraphics Page => page ?? throw new InvalidOperationException("There is no page yet.");

    public void BeginPage()
    {
        page?.Dispose();
        var added = document.AddPage();
        (added.Width, added.Height) = (XUnit.FromPoint(paper.Width), XUnit.FromPoint(paper.Height));
        page = XGraphics.FromPdfPage(added);
    }

    /// <summary>
    /// Writes on a page that is full already: what stands on all of them, now that the last one is known.
    /// </summary>
    /// <param name="number">From 1 on.</param>
    public void ReturnTo(int number)
    {
        page?.Dispose();
        page = XGraphics.FromPdfPage(document.Pages[number - 1], XGraphicsPdfPageOptions.Append);
    }

    /// <param name="y">From the top to the base line.</param>
    /// <param name="text">Without characters that the font lacks: <see cref="PdfFace.InWords"/>.</param>
    public void Text(double x, double y, double size, string text, bool bold = false, Rgb? ink = null)
    {
        if (text.Length > 0)
        {
            Page.DrawString(text, Font(size, bold), Brush(ink), x, y);
        }
    }

    public void Line(double fromX, double toX, double y) => Page.DrawLine(new XPen(XColor.FromGrayScale(0.6), 0.5), fromX, y, toX, y);

    public void Area(double x, double y, double width, double height, Rgb ink) => Page.DrawRectangle(Brush(ink), x, y, width, height);

    public void Frame(double x, double y, double width, double height) =>
        Page.DrawRectangle(new XPen(XColor.FromGrayScale(0.4), 0.75), x, y, width, height);

    public void Save(Stream target)
    {
        page?.Dispose();
        page = null;
        document.Save(target, closeStream: false);
    }

    public void Dispose()
    {
        page?.Dispose();
        document.Dispose();
    }

    private XFont Font(double size, bool bold) =>
        fonts.TryGetValue((size, bold), out var font) ? font : fonts[(size, bold)] = face.Font(size, bold);

    private static XSolidBrush Brush(Rgb? ink) =>
        ink is { } colour ? new(XColor.FromArgb(colour.Red, colour.Green, colour.Blue)) : XBrushes.Black;
}
