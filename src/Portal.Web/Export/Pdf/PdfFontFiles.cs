using PdfSharp.Fonts;

namespace Portal.Web.Export.Pdf;

/// <summary>
/// The fonts of the library are files, named by their path: it knows one place for all fonts of a process, and two
/// applications in one process (as in tests) may have two fonts.
/// </summary>
internal sealed class PdfFontFiles : IFontResolver
{
    private PdfFontFiles()
    {
    }

    /// <summary>May be called as often as wanted: the library takes one resolver, before the first font.</summary>
    public static void Register() => GlobalFontSettings.FontResolver ??= new PdfFontFiles();

    public byte[]? GetFont(string faceName) => File.ReadAllBytes(faceName);

    // Japanese fonts mostly come in one weight: bold is drawn with thicker strokes of the same outlines.
    public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(familyName, isBold, isItalic);
}
