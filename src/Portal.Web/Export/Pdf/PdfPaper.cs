namespace Portal.Web.Export.Pdf;

/// <summary>A size of paper, in points.</summary>
internal sealed record PdfPaper(double Width, double Height)
{
    public static readonly PdfPaper A4Across = new(841.89, 595.28);
    public static readonly PdfPaper A4 = new(595.28, 841.89);
    public static readonly PdfPaper A5 = new(419.53, 595.28);
}
