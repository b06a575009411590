namespace Portal.Rules.Files;

/// <summary>How much is taken.</summary>
/// <param name="LargestFile">Bytes of one file.</param>
/// <param name="MostFiles">Files of one owner, and of one form.</param>
/// <param name="MostPixels">Width times height of a picture.</param>
/// <param name="MostEntries">Entries of an archive, folders too.</param>
/// <param name="MostUnpacked">Bytes of all entries together, as counted while unpacking.</param>
/// <param name="Kinds">What is taken at all.</param>
public sealed record FileLimits(
    long LargestFile,
    int MostFiles,
    long MostPixels,
    int MostEntries,
    long MostUnpacked,
    IReadOnlyList<FileKind> Kinds)
{
    /// <summary>10 files of 20 MB, 100 megapixels, 1,000 entries of 200 MB; every kind there is.</summary>
    public static FileLimits Usual { get; } =
        new(20 * 1024 * 1024, 10, 100_000_000, 1000, 200 * 1024 * 1024, Enum.GetValues<FileKind>());
}
