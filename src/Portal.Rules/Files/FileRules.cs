namespace Portal.Rules.Files;

/// <summary>What came of looking at a file: what it is, or why it is not kept.</summary>
/// <param name="Kind">Set where it is taken.</param>
/// <param name="Refusal">Set where it is not.</param>
public readonly record struct FileFinding(FileKind? Kind, FileRefusal? Refusal)
{
    /// <summary>It is taken.</summary>
    /// <param name="kind">What it is.</param>
    public static FileFinding Of(FileKind kind) => new(kind, null);

    /// <summary>It is not kept.</summary>
    /// <param name="refusal">Why.</param>
    public static FileFinding Not(FileRefusal refusal) => new(null, refusal);
}

/// <summary>
/// Which files are taken: the name's ending is on the list and the content is what it says, by its bytes and not by
/// what the browser calls it (CASE-1, FI-01, FI-03 to FI-05, FI-12).
/// </summary>
public static class FileRules
{
    private const int Head = 64;

    /// <summary>Whether the name alone is a reason to read no further.</summary>
    /// <param name="name">As it was sent.</param>
    /// <param name="limits">What is taken.</param>
    public static FileRefusal? OfName(string name, FileLimits limits) =>
        FileKinds.Claimed(FileNames.LastPart(name)) is { } claimed && limits.Kinds.Contains(claimed) ? null : FileRefusal.EndingNotAllowed;

    /// <summary>Looks through the whole content; memory does not grow with it.</summary>
    /// <param name="name">As it was sent.</param>
    /// <param name="content">All of it, at hand and to be read from anywhere.</param>
    /// <param name="limits">What is taken, and how much of it.</param>
    public static FileFinding Judge(string name, Stream content, FileLimits limits)
    {
        if (content.Length == 0)
        {
            return FileFinding.Not(FileRefusal.Empty);
        }

        if (content.Length > limits.LargestFile)
        {
            return FileFinding.Not(FileRefusal.TooLarge);
        }

        if (OfName(name, limits) is { } wrongName)
        {
            return FileFinding.Not(wrongName);
        }

        var claimed = FileKinds.Claimed(FileNames.LastPart(name))!.Value;
        return OfContent(claimed, content, limits) is { } refusal ? FileFinding.Not(refusal) : FileFinding.Of(claimed);
    }

    /// <summary>What speaks against it as a file of that kind, by its bytes.</summary>
    internal static FileRefusal? OfContent(FileKind claimed, Stream content, FileLimits limits)
    {
        if (claimed is FileKind.Text or FileKind.Csv)
        {
            return TextContent.Problem(content);
        }

        content.Position = 0;
        Span<byte> head = stackalloc byte[Head];
        head = head[..content.ReadAtLeast(head, Head, throwOnEndOfStream: false)];
        if (!FileSigns.Suit(head, claimed))
        {
            return FileRefusal.ContentDiffers;
        }

        return claimed switch
        {
            FileKind.Png or FileKind.Jpeg or FileKind.Gif or FileKind.WebP => PictureContent.Problem(claimed, content, limits.MostPixels),
            FileKind.Pdf => PdfContent.Problem(content),
            _ => ArchiveContent.Problem(claimed, content, limits),
        };
    }
}
