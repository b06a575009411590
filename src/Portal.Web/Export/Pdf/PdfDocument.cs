using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Portal.Web.Export.Pdf;

/// <summary>
/// Text and lines on pages, with the glyphs in use embedded (ISO 32000-1): what is read here can be read anywhere,
/// searched and copied.
/// </summary>
internal sealed class PdfDocument(TrueTypeFont font, string title, string language)
{
    /// <summary>A4 across, in points.</summary>
    public const double Width = 841.89;
    public const double Height = 595.28;

    private const int FontObject = 4;
    private const int FirstPage = 9;
    private const int ObjectsOfAPage = 3;

    private readonly FontSubset subset = new(font);
    private readonly List<byte[]> bodies = [];
    private readonly StringBuilder page = new();

    public int Pages => bodies.Count;

    /// <summary>
    /// A text with its code point in place of each character that
    /// the font has no glyph for: nobody can read a blank (TEXT-5).
    /// </summary>
    public string InWords(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune switch
    {
        _ when Rune.IsControl(rune) || font.Glyph(rune.Value) != 0 => rune.ToString(),

        // Joiners and selectors say how their neighbours look, which no longer matters.
        _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || IsSelector(rune) => "",
        _ when Rune.IsWhiteSpace(rune) => " ",
        _ => string.Create(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]"),
    }));

    private static bool IsSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    public double Measure(string text, double size) => text.EnumerateRunes().Sum(rune => font.Width(font.Glyph(rune.Value))) * size / 1000;

    /// <param name="y">From the top to the base line.</param>
    public void Text(double x, double y, double size, string text) => Text(page, x, y, size, text);

    public void Line(double fromX, double toX, double y) =>
        page.Append(CultureInfo.InvariantCulture, $"0.5 w 0.6 G {fromX:0.##} {Height - y:0.##} m {toX:0.##} {Height - y:0.##} l S\n");

    /// <summary>Puts the page away, packed, so that a long document stays small in memory.</summary>
    public void EndPage()
    {
        bodies.Add(Pack(Encoding.ASCII.GetBytes(page.ToString())));
        page.Clear();
    }

    /// <param name="footer">Writes what stands below each page, by its number; now that the last one is known.</param>
    public void Save(Stream target, Action<int, PdfFooter> footer)
    {
        var file = new PdfFile(target);
        var footers = Enumerable.Range(1, bodies.Count).Select(number => Footer(number, footer)).ToList();
        file.Object($"<</Type/Catalog/Pages 2 0 R/Lang({language})/ViewerPreferences<</DisplayDocTitle true>>>>");
        file.Object(string.Create(CultureInfo.InvariantCulture,
            $"<</Type/Pages/Count {bodies.Count}/Kids[{string.Join(' ', bodies.Select((_, i) => PageNumber(i) + " 0 R"))}]>>"));
        file.Object($"<</Title{PdfFile.Unicode(title)}/Producer(Portal)>>");
        WriteFont(file);
        for (var i = 0; i < bodies.Count; i++)
        {
            var number = PageNumber(i);
            file.Object(string.Create(CultureInfo.InvariantCulture, $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {Width} "
                + $"{Height}]/Resources<</Font<</F1 {FontObject} 0 R>>>>/Contents[{number + 1} 0 R {number + 2} 0 R]>>"));
            file.Stream(bodies[i], "");
            file.Stream(footers[i], "");
        }

        file.End(root: 1, info: 3);
    }

    private static int PageNumber(int index) => FirstPage + (ObjectsOfAPage * index);

    private byte[] Footer(int number, Action<int, PdfFooter> write)
    {
        var content = new StringBuilder();
        write(number, (x, y, size, text) => Text(content, x, y, size, text));
        return Pack(Encoding.ASCII.GetBytes(content.ToString()));
    }

    private void Text(StringBuilder content, double x, double y, double size, string text)
    {
        content.Append(CultureInfo.InvariantCulture, $"BT /F1 {size:0.##} Tf {x:0.##} {Height - y:0.##} Td <");
        foreach (var rune in text.EnumerateRunes())
        {
            content.Append(subset.Number(rune.Value).ToString("X4", CultureInfo.InvariantCulture));
        }

        content.Append("> Tj ET\n");
    }

    private void WriteFont(PdfFile file)
    {
        const string Name = "PORTAL+Body";
        var embedded = subset.ToFile();
        file.Object($"<</Type/Font/Subtype/Type0/BaseFont/{Name}/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 7 0 R>>");
        file.Object($"<</Type/Font/Subtype/CIDFontType2/BaseFont/{Name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor 6 0 R/DW 1000/CIDToGIDMap/Identity/W[0[{string.Join(' ', subset.Widths)}]]>>");
        file.Object(string.Create(CultureInfo.InvariantCulture,
            $"<</Type/FontDescriptor/FontName/{Name}/Flags 4/FontBBox[{string.Join(' ', font.Box)}]/ItalicAngle 0"
            + $"/Ascent {font.Ascent}/Descent {font.Descent}/CapHeight {font.Ascent}/StemV 80/FontFile2 8 0 R>>"));
        file.Stream(Pack(Encoding.ASCII.GetBytes(PdfFile.CharacterMap(subset.Characters))), "");
        file.Stream(Pack(embedded), string.Create(CultureInfo.InvariantCulture, $"/Length1 {embedded.Length}"));
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return packed.ToArray();
    }
}

/// <summary>Writes a text of a footer.</summary>
internal delegate void PdfFooter(double x, double y, double size, string text);
