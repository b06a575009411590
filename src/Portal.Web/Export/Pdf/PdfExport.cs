using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Export.Pdf;

/// <summary>Tables as PDF, where a font was found.</summary>
public sealed class PdfExport(PdfFonts fonts, TimeProvider clock, IStringLocalizer<HistoryText> text)
{
    public const string ContentType = "application/pdf";

    /// <summary>Nobody reads more pages than these rows fill (HIST-3).</summary>
    public const int MostRows = 10_000;

    /// <summary>Parts of the width: time, event, name, login ID, address, browser, by whom.</summary>
    private static readonly double[] Shares = [0.14, 0.19, 0.13, 0.13, 0.13, 0.17, 0.11];

    public bool IsOffered => fonts.IsThere;

    public async Task WriteAsync(Stream target, PdfHeading heading, ExportTable table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(heading);
        ArgumentNullException.ThrowIfNull(table);
        var language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        using var document = new PdfDocument(fonts.Face, PdfPaper.A4Across, table.Title, language, clock.GetUtcNow());
        var layout = new PdfTable(document, heading, table, Shares);
        await layout.WriteAsync(cancellationToken);
        layout.Number(text["PdfPage"]);
        using var memory = new MemoryStream();
        document.Save(memory);
        memory.Position = 0;
        await memory.CopyToAsync(target, cancellationToken);
    }
}
