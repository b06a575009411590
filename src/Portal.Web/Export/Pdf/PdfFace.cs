using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Portal.Web.Export.Pdf;

/// <summary>
/// A font as far as a page needs it: which characters it has, and how wide they are. Read once, used by many at the
/// same time.
/// </summary>
internal sealed class PdfFace
{
    private const double Measured = 100;
    private readonly string path;
    private readonly XFont ruler;
    private readonly ConcurrentDictionary<Rune, Letter> letters = new();

    public PdfFace(string path)
    {
        PdfFontFiles.Register();
        this.path = path;
        ruler = Font(Measured, bold: false);
    }

    /// <summary>
    /// Always with its glyphs by number: by the other encoding the library would embed the font a second time.
    /// </summary>
    public XFont Font(double size, bool bold) =>
        new(path, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular, new XPdfFontOptions(PdfFontEncoding.Unicode));

    public double Measure(string text, double size) => text.EnumerateRunes().Sum(rune => Known(rune).Width) * size / Measured;

    /// <summary>
    /// A text with its code point in place of each character that
    /// the font has no glyph for: nobody can read a blank (TEXT-5).
    /// </summary>
    public string InWords(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune switch
    {
        _ when Rune.IsControl(rune) || Known(rune).IsThere => rune.ToString(),

        // Joiners and selectors say how their neighbours look, which no longer matters.
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || IsSelector(rune) => "",
        _ when Rune.IsWhiteSpace(rune) => " ",
        _ => string.Create(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]"),
    }));

    private static bool IsSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private Letter Known(Rune rune) => letters.GetOrAdd(rune, Look);

    private Letter Look(Rune rune)
    {
        using var measures = XGraphics.CreateMeasureContext(new XSize(1000, 1000), XGraphicsUnit.Point, XPageDirection.Downwards);
        var width = measures.MeasureString(rune.ToString(), ruler).Width;
        return new Letter(GlyphHelper.GlyphIndexFromCodePoint(rune.Value, ruler) != 0, width);
    }

    private readonly record struct Letter(bool IsThere, double Width);
}
