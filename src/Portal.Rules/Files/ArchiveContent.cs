using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;

namespace Portal.Rules.Files;

/// <summary>
/// Archives, and the office documents that are archives. Nothing is unpacked to anywhere; each entry is read once and
/// counted while it is read, whatever the archive says of its size (FI-03).
/// </summary>
internal static class ArchiveContent
{
    private const int Piece = 16 * 1024;
    private const int HeaderLength = 30;
    private const int Head = 64;
    private const string Types = "[Content_Types].xml";

    private static readonly Dictionary<FileKind, string> MainParts = new()
    {
        [FileKind.Word] = "word/document.xml",
        [FileKind.Excel] = "xl/workbook.xml",
        [FileKind.PowerPoint] = "ppt/presentation.xml",
    };

    public static FileRefusal? Problem(FileKind claimed, Stream content, FileLimits limits)
    {
        if (ZipDirectory.Read(content, limits.MostEntries) is not { } entries || !LieApart(content, entries))
        {
            return FileRefusal.ArchiveUnsafe;
        }

        var names = entries.Select(entry => entry.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Count != entries.Count || entries.Any(IsUnreadable) || !names.All(IsInside))
        {
            return FileRefusal.ArchiveUnsafe;
        }

        var isOffice = MainParts.TryGetValue(claimed, out var main);
        if (isOffice && (!names.Contains(Types) || !names.Contains(main!)))
        {
            return FileRefusal.ContentDiffers;
        }

        if (!isOffice && MainParts.Values.Any(part => names.Contains(part) && names.Contains(Types)))
        {
            return FileRefusal.ContentDiffers;
        }

        return Entries(content, entries, isOffice, limits);
    }

    private static FileRefusal? Entries(Stream content, IReadOnlyList<ZipEntry> entries, bool isOffice, FileLimits limits)
    {
        var room = limits.MostUnpacked;
        foreach (var entry in entries.Where(entry => !entry.Name.EndsWith('/')))
        {
            if ((isOffice ? OfPart(content, entry) : OfEntry(content, entry, limits)) is { } refusal)
            {
                return refusal;
            }

            if (Count(content, entry, room) is not { } counted)
            {
                return FileRefusal.ArchiveUnsafe;
            }

            room -= counted;
        }

        return null;
    }

    /// <summary>Each entry lies by itself: laid over one another, a few bytes become many (FI-03).</summary>
    private static bool LieApart(Stream content, IReadOnlyList<ZipEntry> entries)
    {
        var end = 0L;
        foreach (var entry in entries.OrderBy(entry => entry.Offset))
        {
            if (entry.Offset < end || Begin(content, entry) is not { } begin || begin + entry.Packed > content.Length)
            {
                return false;
            }

            end = begin + entry.Packed;
        }

        return true;
    }

    /// <summary>Locked, or packed in a way that is not looked into.</summary>
    private static bool IsUnreadable(ZipEntry entry) => (entry.Flags & 1) != 0 || entry.Method is not (0 or 8);

    private static bool IsInside(string name) =>
        name[0] is not ('/' or '\\') && !name.Contains(':', StringComparison.Ordinal) && !name.Contains('\\', StringComparison.Ordinal)
        && !name.Contains('\0', StringComparison.Ordinal) && !name.Split('/').Contains("..");

    /// <summary>Only what would be taken by itself; another archive is looked into by nobody.</summary>
    private static FileRefusal? OfEntry(Stream content, ZipEntry entry, FileLimits limits)
    {
        if (FileKinds.Claimed(entry.Name) is not { } kind || kind == FileKind.Zip || !limits.Kinds.Contains(kind))
        {
            return FileRefusal.ArchiveHoldsOthers;
        }

        using var unpacked = Open(content, entry);
        Span<byte> head = stackalloc byte[Head];
        try
        {
            head = head[..unpacked.ReadAtLeast(head, Head, throwOnEndOfStream: false)];
        }
        catch (InvalidDataException)
        {
            return FileRefusal.ArchiveUnsafe;
        }

        return FileSigns.Suit(head, kind) ? null : FileRefusal.ContentDiffers;
    }

    private static FileRefusal? OfPart(Stream content, ZipEntry entry)
    {
        if (entry.Name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
        {
            return FileRefusal.ActiveContent;
        }

        return entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            || entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) ? OfXml(content, entry) : null;
    }

    /// <summary>
    /// A document type stands before the first element or nowhere; entities come from it alone (FI-04).
    /// </summary>
    private static FileRefusal? OfXml(Stream content, ZipEntry entry)
    {
        using var unpacked = Open(content, entry);
        using var reader = XmlReader.Create(unpacked,
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1_000_000 });
        try
        {
            reader.MoveToContent();
            return null;
        }
        catch (XmlException)
        {
            return FileRefusal.ActiveContent;
        }
        catch (InvalidDataException)
        {
            return FileRefusal.ArchiveUnsafe;
        }
    }

    /// <returns>How much is in it; null where that is more than the room, or it cannot be unpacked.</returns>
    private static long? Count(Stream content, ZipEntry entry, long room)
    {
        using var unpacked = Open(content, entry);
        var piece = new byte[Piece];
        var count = 0L;
        try
        {
            while (unpacked.Read(piece, 0, Piece) is var read and > 0)
            {
                count += read;
                if (count > room)
                {
                    return null;
                }
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return count;
    }

    private static Stream Open(Stream content, ZipEntry entry)
    {
        content.Position = Begin(content, entry)!.Value;
        var packed = new BoundedStream(content, entry.Packed);
        return entry.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    /// <summary>Behind the entry's own header, whose lengths need not be those of the table.</summary>
    private static long? Begin(Stream content, ZipEntry entry)
    {
        if (entry.Offset + HeaderLength > content.Length)
        {
            return null;
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        content.Position = entry.Offset;
        content.ReadExactly(header);
        return header.StartsWith("PK\u0003\u0004"u8)
            ? entry.Offset + HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(header[26..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[28..])
            : null;
    }
}
