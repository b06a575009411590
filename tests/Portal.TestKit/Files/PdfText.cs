using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace Portal.TestKit.Files;

/// <summary>What somebody reads who opens a PDF: text by a program that is not ours.</summary>
public static class PdfText
{
    /// <returns>Null where pdftotext is not installed (poppler-utils).</returns>
    public static Task<string?> ReadAsync(byte[] pdf) => ReadAsync(pdf, "-layout");

    /// <summary>Where the lowest text of each page ends, in points from the top.</summary>
    /// <returns>Null where pdftotext is not installed (poppler-utils).</returns>
    public static async Task<IReadOnlyList<double>?> BottomsAsync(byte[] pdf)
    {
        XNamespace html = "http://www.w3.org/1999/xhtml";
        return await ReadAsync(pdf, "-bbox") is { } found
            ?
            [
                .. XDocument.Parse(found).Descendants(html + "page").Select(page => page.Elements(html + "word")
                    .Select(word => double.Parse(word.Attribute("yMax")!.Value, CultureInfo.InvariantCulture)).DefaultIfEmpty().Max()),
            ]
            : null;
    }

    private static async Task<string?> ReadAsync(byte[] pdf, string how)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var program = Start(how, file);
            return program is null ? null : await program.StandardOutput.ReadToEndAsync();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Process? Start(string how, string file)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("pdftotext", [how, file, "-"]) { RedirectStandardOutput = true });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
