using System.Buffers.Binary;
using System.Text;

namespace Portal.Rules.Files;

/// <summary>
/// The table of contents of an archive, read by hand and only as far as it may go: a general reader believes what the
/// archive says of itself and makes an object of each of 100,000 lines first (FI-03).
/// </summary>
internal static class ZipDirectory
{
    private static readonly Encoding Unicode = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Japanese =
        CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private const int EndLength = 22;
    private const int LongestComment = 65535;
    private const int LineLength = 46;
    private const int LongestName = 1024;

    /// <summary>Whether a reader that looks from behind would take the file for an archive.</summary>
    public static bool EndsAsOne(Stream content) => FindEnd(content) is not null;

    /// <returns>How many entries it says that it has; null where it is none.</returns>
    public static int? CountOf(Stream content) => FindEnd(content)?.Count;

    /// <returns>Null where it is crooked or has more lines than allowed.</returns>
    public static ZipTable? Read(Stream content, int mostEntries)
    {
        if (FindEnd(content) is not { } end)
        {
            return null;
        }

        var (count, size, offset) = (end.Count, end.Size, end.Offset);

        // Nothing before, behind or between: what is not told of would be seen by another reader alone.
        if (count > mostEntries || offset + size != end.At)
        {
            return null;
        }

        var entries = new List<ZipEntry>();
        content.Position = offset;
        while (content.Position < end.At)
        {
            if (entries.Count == count || Line(content, end.At) is not { } entry)
            {
                return null;
            }

            entries.Add(entry);
        }

        return entries.Count == count ? new ZipTable(entries, offset) : null;
    }

    private static ZipEntry? Line(Stream content, long end)
    {
        Span<byte> line = stackalloc byte[LineLength];
        if (content.ReadAtLeast(line, LineLength, throwOnEndOfStream: false) < LineLength || !line.StartsWith("PK\u0001\u0002"u8))
        {
            return null;
        }

        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(line[28..]);
        var rest = BinaryPrimitives.ReadUInt16LittleEndian(line[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(line[32..]);
        if (nameLength is 0 or > LongestName || content.Position + nameLength + rest > end)
        {
            return null;
        }

        var name = new byte[nameLength];
        content.ReadExactly(name);
        content.Position += rest;
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(line[8..]);
        return new ZipEntry(
            NameOf(name, flags),
            name,
            flags,
            BinaryPrimitives.ReadUInt16LittleEndian(line[10..]),
            BinaryPrimitives.ReadUInt32LittleEndian(line[20..]),
            BinaryPrimitives.ReadUInt32LittleEndian(line[42..]));
    }

    /// <summary>
    /// UTF-8, or as Windows in Japan writes it without saying so: there the second byte of many a character is that of
    /// a backslash. Anything else byte by byte, so that no two names become one.
    /// </summary>
    private static string NameOf(byte[] name, int flags)
    {
        const int SaysUtf8 = 1 << 11;
        Encoding[] tried = (flags & SaysUtf8) != 0 ? [Unicode] : [Unicode, Japanese];
        foreach (var encoding in tried)
        {
            try
            {
                return encoding.GetString(name);
            }
            catch (DecoderFallbackException)
            {
                // The next one, if there is one.
            }
        }

        return Encoding.Latin1.GetString(name);
    }

    /// <summary>The last thing in an archive; its comment reaches to the very end of the file.</summary>
    private static (long At, int Count, long Size, long Offset)? FindEnd(Stream content)
    {
        var length = (int)Math.Min(content.Length, EndLength + LongestComment);
        var tail = new byte[length];
        content.Position = content.Length - length;
        content.ReadExactly(tail);
        for (var at = length - EndLength; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (end.StartsWith("PK\u0005\u0006"u8) && BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) == end.Length - EndLength)
            {
                return (content.Length - length + at, BinaryPrimitives.ReadUInt16LittleEndian(end[10..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
            }
        }

        return null;
    }
}
