namespace Portal.Rules.Files;

/// <summary>A PDF ends as one, and is no archive read from behind.</summary>
internal static class PdfContent
{
    private const int Tail = 1024;

    public static FileRefusal? Problem(Stream content)
    {
        Span<byte> tail = stackalloc byte[Tail];
        content.Position = Math.Max(0, content.Length - Tail);
        tail = tail[..content.ReadAtLeast(tail, Tail, throwOnEndOfStream: false)];
        return tail.LastIndexOf("%%EOF"u8) < 0 || ZipDirectory.EndsAsOne(content) ? FileRefusal.ContentDiffers : null;
    }
}
