namespace Portal.Web.Export.Pdf;

/// <summary>What a sheet of paper must say of itself once it lies on somebody's desk.</summary>
/// <param name="Portal">Whose it is; on every page.</param>
/// <param name="Printed">When it was made, with the zone; on every page.</param>
/// <param name="Facts">Whom and which time it tells of, in words; below the title, and in short on every page.</param>
public sealed record PdfHeading(string Portal, string Printed, IReadOnlyList<string> Facts);
