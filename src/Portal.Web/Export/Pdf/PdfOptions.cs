namespace Portal.Web.Export.Pdf;

public sealed class PdfOptions
{
    public const string Section = "Portal:Pdf";

    /// <summary>A TrueType font with Japanese; without one the places where Debian puts them are looked at.</summary>
    public string? Font { get; set; }
}
