namespace Portal.Rules.Files;

/// <summary>An archive's table of contents.</summary>
/// <param name="Entries">Its lines.</param>
/// <param name="Offset">Where it begins, and the last entry ends.</param>
internal sealed record ZipTable(IReadOnlyList<ZipEntry> Entries, long Offset);
