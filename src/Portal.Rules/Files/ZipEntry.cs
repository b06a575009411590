namespace Portal.Rules.Files;

/// <summary>A line of an archive's table of contents.</summary>
/// <param name="Name">As it stands there; it need not be a name at all.</param>
/// <param name="Flags">Bit 0: locked with a password.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Packed">Bytes in the archive, as the line says.</param>
/// <param name="Offset">Where its own header begins, counted from the beginning of the file.</param>
internal sealed record ZipEntry(string Name, int Flags, int Method, long Packed, long Offset);
