using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Export.Pdf;

/// <summary>Tables as PDF, where a font was found.</summary>
public sealed class PdfExport(PdfFonts fonts, IStringLocalizer<HistoryText> text)
{
    public const string ContentType = "application/pdf";

    /// <summary>Nobody reads more pages than these rows fill (HIST-3).</summary>
    public const int MostRows = 10_000;

    /// <summary>Parts of the width: time, event, name, login ID, address, browser, by whom.</summary>
    private static readonly double[] Shares = [0.14, 0.19, 0.13, 0.13, 0.13, 0.17, 0.11];

    public bool IsOffered => fonts.IsThere;

    public async Task WriteAsync(Stream target, ExportTable table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        var document = new PdfDocument(fonts.Font, table.Title, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        var layout = new PdfTable(document, table, Shares);
        await layout.WriteAsync(cancellationToken);
        using var memory = new MemoryStream();
        layout.Save(memory, text["PdfPage"]);
        memory.Position = 0;
        await memory.CopyToAsync(target, cancellationToken);
    }
}
