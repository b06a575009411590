using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Portal.Web.Export.Pdf;

/// <summary>
/// The glyphs that a document uses, numbered in the order of their first use, and a font file with only these.
/// </summary>
internal sealed class FontSubset(TrueTypeFont font)
{
    /// <summary>Tables of the programs that shape the outlines at small sizes.</summary>
    private static readonly string[] Programs = ["cvt ", "fpgm", "prep"];

    private readonly List<int> glyphs = [0];
    private readonly Dictionary<int, int> numbers = new() { [0] = 0 };
    private readonly SortedDictionary<int, int> characters = [];

    /// <summary>
    /// Number of a glyph in the subset, and the character it stands for, so that text can be searched and copied.
    /// </summary>
    public IReadOnlyDictionary<int, int> Characters => characters;

    public IEnumerable<int> Widths => glyphs.Select(font.Width);

    public int Number(int character)
    {
        var number = NumberOf(font.Glyph(character));
        if (number != 0)
        {
            characters.TryAdd(number, character);
        }

        return number;
    }

    public byte[] ToFile()
    {
        var (outlines, places) = Outlines();
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = outlines,
            ["head"] = With("head", (50, 1)),
            ["hhea"] = With("hhea", (34, glyphs.Count)),
            ["hmtx"] = Metrics(),
            ["loca"] = places,
            ["maxp"] = With("maxp", (4, glyphs.Count)),
        };

        foreach (var name in Programs.Where(font.Tables.Has))
        {
            tables[name] = font.Tables[name].ToArray();
        }

        return Assemble(tables);
    }

    private int NumberOf(int glyph)
    {
        if (!numbers.TryGetValue(glyph, out var number))
        {
            numbers[glyph] = number = glyphs.Count;
            glyphs.Add(glyph);
        }

        return number;
    }

    private (byte[] Outlines, byte[] Places) Outlines()
    {
        using var outlines = new MemoryStream();
        using var places = new MemoryStream();
        WriteNumber(places, 0);

        // Parts of composite glyphs are added while this runs.
        for (var i = 0; i < glyphs.Count; i++)
        {
            outlines.Write(Renumbered(font.Outline(glyphs[i])));
            outlines.Write(new byte[-outlines.Length & 3]);
            WriteNumber(places, (uint)outlines.Length);
        }

        return (outlines.ToArray(), places.ToArray());
    }

    private byte[] Renumbered(ReadOnlySpan<byte> original)
    {
        const int MoreParts = 0x20;
        var outline = original.ToArray();
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            return outline;
        }

        int flags;
        var at = 10;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var part = outline.AsSpan(at + 2);
            BinaryPrimitives.WriteUInt16BigEndian(part, (ushort)NumberOf(BinaryPrimitives.ReadUInt16BigEndian(part)));
            at += 4 + PlacingLength(flags);
        }
        while ((flags & MoreParts) != 0);
        return outline;
    }

    /// <summary>Bytes that say where a part stands and how it is scaled.</summary>
    private static int PlacingLength(int flags) =>
        ((flags & 0x01) != 0 ? 4 : 2) + ((flags & 0x08) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);

    private byte[] Metrics()
    {
        var metrics = new byte[4 * glyphs.Count];
        for (var i = 0; i < glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(metrics.AsSpan(4 * i), (ushort)font.Advance(glyphs[i]));
            BinaryPrimitives.WriteInt16BigEndian(metrics.AsSpan((4 * i) + 2), (short)font.Bearing(glyphs[i]));
        }

        return metrics;
    }

    private byte[] With(string table, (int At, int Value) change)
    {
        var copy = font.Tables[table].ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(change.At), (ushort)change.Value);
        return copy;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        using var file = new MemoryStream();
        var log = BitOperations.Log2((uint)tables.Count);
        WriteNumber(file, 0x00010000);
        WriteNumber(file, (uint)((tables.Count << 16) | (16 << log)));
        WriteNumber(file, (uint)((log << 16) | ((16 * tables.Count) - (16 << log))));
        var offset = 12 + (16 * tables.Count);
        foreach (var (name, table) in tables)
        {
            file.Write(Encoding.ASCII.GetBytes(name));
            WriteNumber(file, Sum(table));
            WriteNumber(file, (uint)offset);
            WriteNumber(file, (uint)table.Length);
            offset += (table.Length + 3) & ~3;
        }

        foreach (var table in tables.Values)
        {
            file.Write(table);
            file.Write(new byte[-table.Length & 3]);
        }

        return file.ToArray();
    }

    private static uint Sum(byte[] table)
    {
        uint sum = 0;
        for (var i = 0; i < table.Length; i++)
        {
            sum += (uint)table[i] << (24 - (8 * (i & 3)));
        }

        return sum;
    }

    private static void WriteNumber(MemoryStream stream, uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        stream.Write(bytes);
    }
}
