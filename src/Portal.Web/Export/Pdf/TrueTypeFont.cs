using System.Buffers.Binary;

namespace Portal.Web.Export.Pdf;

/// <summary>
/// A font as far as a page needs it: glyphs of characters, their
/// widths and outlines. Read once, used by many at the same time.
/// </summary>
internal sealed class TrueTypeFont
{
    private const int PerThousand = 1000;
    private readonly Dictionary<int, int> glyphs;
    private readonly int measured;
    private readonly bool longOffsets;

    public TrueTypeFont(byte[] file)
    {
        Tables = new FontTables(file);
        glyphs = CharacterMap.Read(Tables);
        measured = Tables.Unsigned("hhea", 34);
        longOffsets = Tables.Signed("head", 50) == 1;
        UnitsPerEm = Tables.Unsigned("head", 18);
    }

    public FontTables Tables { get; }

    public int UnitsPerEm { get; }

    public int Ascent => Scaled(Tables.Signed("hhea", 4));

    public int Descent => Scaled(Tables.Signed("hhea", 6));

    public IEnumerable<int> Box => Enumerable.Range(0, 4).Select(i => Scaled(Tables.Signed("head", 36 + (2 * i))));

    /// <summary>0, the box of what is missing, where the font lacks the character.</summary>
    public int Glyph(int character) => glyphs.GetValueOrDefault(character);

    /// <summary>In thousandths of the type size.</summary>
    public int Width(int glyph) => Scaled(Advance(glyph));

    /// <summary>In the font's own units; glyphs beyond the last measured one are as wide as it.</summary>
    public int Advance(int glyph) => Tables.Unsigned("hmtx", 4 * Math.Min(glyph, measured - 1));

    public int Bearing(int glyph) => Tables.Signed("hmtx", glyph < measured ? (4 * glyph) + 2 : (4 * measured) + (2 * (glyph - measured)));

    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var places = Tables["loca"];
        var (from, to) = longOffsets
            ? ((int)BinaryPrimitives.ReadUInt32BigEndian(places[(4 * glyph)..]),
                (int)BinaryPrimitives.ReadUInt32BigEndian(places[((4 * glyph) + 4)..]))
            : (2 * BinaryPrimitives.ReadUInt16BigEndian(places[(2 * glyph)..]),
                2 * BinaryPrimitives.ReadUInt16BigEndian(places[((2 * glyph) + 2)..]));
        return Tables["glyf"][from..to];
    }

    private int Scaled(int units) => units * PerThousand / UnitsPerEm;
}
