namespace Portal.Rules.Files;

/// <summary>A line of an archive's table of contents.</summary>
/// <param name="Name">As it stands there; it need not be a name at all.</param>
/// <param name="RawName">The same as bytes, in whatever encoding.</param>
/// <param name="Flags">Bit 0: locked with a password. Bit 3: sizes stand behind the content.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Packed">Bytes in the archive, as the line says.</param>
/// <param name="Offset">Where its own header begins, counted from the beginning of the file.</param>
internal sealed record ZipEntry(string Name, byte[] RawName, int Flags, int Method, long Packed, long Offset)
{
    public bool IsFolder => Name.EndsWith('/');

    public bool IsTrailed => (Flags & 8) != 0;
}
