using System.ComponentModel;
using System.Diagnostics;

namespace Portal.TestKit.Files;

/// <summary>What somebody reads who opens a PDF: text by a program that is not ours.</summary>
public static class PdfText
{
    /// <returns>Null where pdftotext is not installed (poppler-utils).</returns>
    public static async Task<string?> ReadAsync(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var program = Start(file);
            return program is null ? null : await program.StandardOutput.ReadToEndAsync();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Process? Start(string file)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
