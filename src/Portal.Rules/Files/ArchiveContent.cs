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

    // What deflate makes of nothing.
    private const int PackedNothing = 2;
    private const int HeaderLength = 30;
    private const string Types = "[Content_Types].xml";

    private static readonly Dictionary<FileKind, string> MainParts = new()
    {
        [FileKind.Word] = "word/document.xml",
        [FileKind.Excel] = "xl/workbook.xml",
        [FileKind.PowerPoint] = "ppt/presentation.xml",
    };

    public static FileRefusal? Problem(FileKind claimed, Stream content, FileLimits limits)
    {
        if (ZipDirectory.Read(content, limits.MostEntries) is not { } table || !FollowOneAnother(content, table))
        {
            return FileRefusal.ArchiveUnsafe;
        }

        var entries = table.Entries;
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
        foreach (var entry in entries)
        {
            if (!isOffice && !entry.IsFolder && !IsTaken(entry, limits))
            {
                return FileRefusal.ArchiveHoldsOthers;
            }

            if (Count(content, entry, entry.IsFolder ? 0 : room) is not { } counted)
            {
                return FileRefusal.ArchiveUnsafe;
            }

            room -= counted;
            if ((isOffice ? OfPart(content, entry) : OfEntry(content, entry, counted, limits)) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>
    /// From the first byte to the table each entry stands behind another: laid over one another, a few bytes become
    /// many, and what lies between is seen by another reader alone (FI-03).
    /// </summary>
    internal static bool FollowOneAnother(Stream content, ZipTable table)
    {
        ZipEntry[] ordered = [.. table.Entries.OrderBy(entry => entry.Offset)];
        var end = 0L;
        for (var place = 0; place < ordered.Length; place++)
        {
            var entry = ordered[place];
            var next = place + 1 < ordered.Length ? ordered[place + 1].Offset : table.Offset;
            if (entry.Offset != end || Begin(content, entry) is not { } begin || (entry.IsFolder && entry.Packed > PackedNothing)
                || !Reaches(content, entry, begin + entry.Packed, next))
            {
                return false;
            }

            end = next;
        }

        return end == table.Offset;
    }

    /// <summary>
    /// Whether nothing but its own sizes lies between an entry and what follows: with or without a sign before them, of
    /// 4 or 8 bytes each.
    /// </summary>
    private static bool Reaches(Stream content, ZipEntry entry, long end, long next)
    {
        if (!entry.IsTrailed)
        {
            return end == next;
        }

        if (next - end is not (12 or 16 or 20 or 24))
        {
            return false;
        }

        Span<byte> trail = stackalloc byte[(int)(next - end)];
        content.Position = end;
        content.ReadExactly(trail);
        if (trail.Length is 16 or 24)
        {
            if (!trail.StartsWith("PK\u0007\u0008"u8))
            {
                return false;
            }

            trail = trail[4..];
        }

        return entry.Packed == (trail.Length == 12 ? BinaryPrimitives.ReadUInt32LittleEndian(trail[4..])
            : BinaryPrimitives.ReadInt64LittleEndian(trail[4..]));
    }

    /// <summary>Locked, or packed in a way that is not looked into.</summary>
    internal static bool IsUnreadable(ZipEntry entry) => (entry.Flags & 1) != 0 || entry.Method is not (0 or 8);

    internal static bool IsInside(string name) =>
        name[0] is not ('/' or '\\') && !name.Contains(':', StringComparison.Ordinal) && !name.Contains('\\', StringComparison.Ordinal)
        && !name.Contains('\0', StringComparison.Ordinal) && !name.Split('/').Contains("..");

    /// <summary>
    /// Only what would be taken by itself; another archive, and an office document is one, is looked into by nobody.
    /// </summary>
    private static bool IsTaken(ZipEntry entry, FileLimits limits) => FileKinds.Claimed(entry.Name) is { } kind
        && kind != FileKind.Zip && !MainParts.ContainsKey(kind) && limits.Kinds.Contains(kind);

    /// <summary>As it would be judged by itself, but that it may be empty.</summary>
    private static FileRefusal? OfEntry(Stream content, ZipEntry entry, long length, FileLimits limits)
    {
        if (entry.IsFolder)
        {
            return null;
        }

        using var unpacked = new UnpackedStream(() => Open(content, entry), length);
        return FileRules.OfContent(FileKinds.Claimed(entry.Name)!.Value, unpacked, limits);
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
    internal static long? Count(Stream content, ZipEntry entry, long room)
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

    internal static Stream Open(Stream content, ZipEntry entry)
    {
        content.Position = Begin(content, entry)!.Value;
        var packed = new BoundedStream(content, entry.Packed);
        return entry.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    /// <summary>
    /// Behind the entry's own header, whose lengths need not be those of the table, but whose name and method are:
    /// other readers go by these (FI-03).
    /// </summary>
    private static long? Begin(Stream content, ZipEntry entry)
    {
        if (entry.Offset + HeaderLength + entry.RawName.Length > content.Length)
        {
            return null;
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        content.Position = entry.Offset;
        content.ReadExactly(header);
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        if (!header.StartsWith("PK\u0003\u0004"u8) || BinaryPrimitives.ReadUInt16LittleEndian(header[8..]) != entry.Method
            || nameLength != entry.RawName.Length)
        {
            return null;
        }

        var name = new byte[nameLength];
        content.ReadExactly(name);
        return name.AsSpan().SequenceEqual(entry.RawName)
            ? entry.Offset + HeaderLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]) : null;
    }
}
