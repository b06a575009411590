namespace Portal.Rules.Files;

/// <summary>The first bytes by which kinds of files are known.</summary>
public static class FileSigns
{
    // Packed content within packed content is unpacked by nobody here, so it is not let through either.
    private static readonly byte[][] Archives =
    [
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!'], [0x37, 0x7a, 0xbc, 0xaf], [0x1f, 0x8b], [(byte)'B', (byte)'Z', (byte)'h'],
        [0xfd, 0x37, 0x7a, 0x58], [0x28, 0xb5, 0x2f, 0xfd], [(byte)'P', (byte)'K', 3, 4], [(byte)'P', (byte)'K', 5, 6],
        [(byte)'M', (byte)'S', (byte)'C', (byte)'F'],
    ];

    /// <summary>Whether a file that begins so can be of that kind. Text has no sign.</summary>
    /// <param name="head">The first bytes, 12 or more where there are so many.</param>
    /// <param name="kind">What it should be.</param>
    public static bool Suit(ReadOnlySpan<byte> head, FileKind kind) => kind switch
    {
        FileKind.Png => head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        FileKind.Jpeg => head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]),
        FileKind.Gif => head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8),
        FileKind.WebP => head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8),
        FileKind.Pdf => head.StartsWith("%PDF-"u8),
        FileKind.Text or FileKind.Csv => !IsArchive(head),
        _ => head.StartsWith("PK\u0003\u0004"u8),
    };

    /// <summary>Whether it begins as something packed.</summary>
    /// <param name="head">The first bytes.</param>
    public static bool IsArchive(ReadOnlySpan<byte> head)
    {
        foreach (var sign in Archives)
        {
            if (head.StartsWith(sign))
            {
                return true;
            }
        }

        return false;
    }
}
