using System.Text;

namespace Portal.Rules.Files;

/// <summary>A file in an archive.</summary>
/// <param name="Name">As it stands there, with its folders.</param>
/// <param name="Length">Its bytes, as they were counted while unpacking.</param>
public sealed record PackedFile(string Name, long Length)
{
    /// <summary>Where it lies.</summary>
    internal ZipEntry Entry { get; init; } = null!;

    /// <summary>The name without folders.</summary>
    public string LastName => FileNames.LastPart(Name);

    /// <summary>Packed once more: nobody looks into it.</summary>
    public bool IsArchive => FileKinds.Claimed(Name) == FileKind.Zip;
}

/// <summary>
/// An archive that brings many files at once (ADMIN-5). Nothing is unpacked to anywhere: names are compared and never
/// followed, sizes are counted while they are read, and each file is read from beginning to end as often as it is
/// needed, with flat memory (FI-03).
/// </summary>
public sealed class PackedFiles
{
    private const int LockedFlags = 0x2041;

    // What file managers put beside the files of people, who do not even see it.
    private const string BesideFiles = "__MACOSX/";
    private static readonly string[] BesideNames = [".DS_Store", "Thumbs.db", "desktop.ini"];

    private readonly Stream content;

    private PackedFiles(Stream content, IReadOnlyList<PackedFile> files) => (this.content, Files) = (content, files);

    /// <summary>In the order of the archive, without folders and what file managers add by themselves.</summary>
    public IReadOnlyList<PackedFile> Files { get; }

    /// <summary>Looks through an archive as a whole; what its files are is not asked here.</summary>
    /// <param name="content">All of it, to be read from anywhere, for as long as its files are read.</param>
    /// <param name="mostEntries">Folders too.</param>
    /// <param name="mostUnpacked">Bytes of all together.</param>
    public static (PackedFiles? Packed, PackedFault? Fault) Open(Stream content, int mostEntries, long mostUnpacked)
    {
        if (ZipDirectory.CountOf(content) is not { } count)
        {
            return (null, PackedFault.NotAnArchive);
        }

        if (count > mostEntries)
        {
            return (null, PackedFault.TooManyEntries);
        }

        return ZipDirectory.Read(content, mostEntries) is { } table && ArchiveContent.FollowOneAnother(content, table)
            ? Read(content, table.Entries, mostUnpacked) : (null, PackedFault.NotAnArchive);
    }

    /// <summary>
    /// By what a name is found: composed, in capitals, with slashes that lean one way. The names of a Mac come in
    /// pieces, and those of Windows know no case.
    /// </summary>
    /// <param name="name">One that holds no half character.</param>
    public static string KeyOf(string name) => name.Trim().Replace('\\', '/').Normalize(NormalizationForm.FormC).ToUpperInvariant();

    /// <summary>The files that somebody means: by the whole name, or where it has no folder, the last part.</summary>
    /// <param name="asked">As somebody typed it.</param>
    /// <param name="names">With their folders.</param>
    /// <returns>Their places; several where the name alone does not tell them apart.</returns>
    public static IReadOnlyList<int> Find(string asked, IReadOnlyList<string> names)
    {
        var key = KeyOf(asked);
        int[] whole = [.. Places(names, name => KeyOf(name) == key)];
        return whole.Length > 0 || key.Contains('/', StringComparison.Ordinal) ? whole
            : [.. Places(names, name => KeyOf(FileNames.LastPart(name)) == key)];
    }

    /// <summary>From its beginning; one at a time.</summary>
    /// <param name="file">One of these.</param>
    public Stream Open(PackedFile file) => ArchiveContent.Open(content, file.Entry);

    private static (PackedFiles? Packed, PackedFault? Fault) Read(Stream content, IReadOnlyList<ZipEntry> entries, long mostUnpacked)
    {
        if (FaultOf(entries) is { } fault)
        {
            return (null, fault);
        }

        var (room, files) = (mostUnpacked, new List<PackedFile>());
        foreach (var entry in entries)
        {
            if (ArchiveContent.Count(content, entry, entry.IsFolder ? 0 : room) is not { } length)
            {
                return (null, PackedFault.TooLarge);
            }

            room -= length;
            if (!entry.IsFolder && !IsBeside(entry.Name))
            {
                files.Add(new PackedFile(entry.Name, length) { Entry = entry });
            }
        }

        return (new PackedFiles(content, files), null);
    }

    private static PackedFault? FaultOf(IReadOnlyList<ZipEntry> entries)
    {
        if (entries.Any(entry => (entry.Flags & LockedFlags) != 0))
        {
            return PackedFault.Locked;
        }

        if (entries.Any(ArchiveContent.IsUnreadable))
        {
            return PackedFault.NotAnArchive;
        }

        if (!entries.All(entry => ArchiveContent.IsInside(entry.Name)))
        {
            return PackedFault.UnsafeName;
        }

        return entries.Select(entry => KeyOf(entry.Name)).Distinct(StringComparer.Ordinal).Count() < entries.Count
            ? PackedFault.NameTwice : null;
    }

    private static bool IsBeside(string name) => name.StartsWith(BesideFiles, StringComparison.Ordinal)
        || BesideNames.Contains(FileNames.LastPart(name), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<int> Places(IReadOnlyList<string> names, Func<string, bool> fits) =>
        Enumerable.Range(0, names.Count).Where(at => fits(names[at]));
}
