namespace Portal.Web.Export.Pdf;

/// <summary>Which glyph a character has: the font's table "cmap" in its Unicode forms 4 and 12.</summary>
internal static class CharacterMap
{
    private const string Table = "cmap";
    private const int Windows = 3;
    private const int BasicPlane = 1;
    private const int AllPlanes = 10;

    public static Dictionary<int, int> Read(FontTables font)
    {
        var (at, form) = Find(font);
        var map = new Dictionary<int, int>();
        if (form == 12)
        {
            ReadGroups(font, at, map);
        }
        else
        {
            ReadSegments(font, at, map);
        }

        return map;
    }

    /// <summary>The table of all planes where there is one: names of people need more than the first.</summary>
    private static (int At, int Form) Find(FontTables font)
    {
        var best = (At: -1, Form: 0);
        for (var i = 0; i < font.Unsigned(Table, 2); i++)
        {
            var entry = 4 + (8 * i);
            var (platform, encoding, at) = (font.Unsigned(Table, entry), font.Unsigned(Table, entry + 2), (int)font.Long(Table, entry + 4));
            var form = font.Unsigned(Table, at);
            if (platform == Windows && encoding is BasicPlane or AllPlanes && form is 4 or 12 && form > best.Form)
            {
                best = (at, form);
            }
        }

        return best.At >= 0 ? best : throw new InvalidDataException("The font has no Unicode character map.");
    }

    private static void ReadGroups(FontTables font, int at, Dictionary<int, int> map)
    {
        for (var i = 0; i < font.Long(Table, at + 12); i++)
        {
            var group = at + 16 + (12 * i);
            var (first, last, glyph) = (font.Long(Table, group), font.Long(Table, group + 4), font.Long(Table, group + 8));
            for (var character = first; character <= last; character++)
            {
                map[(int)character] = (int)(glyph + character - first);
            }
        }
    }

    private static void ReadSegments(FontTables font, int at, Dictionary<int, int> map)
    {
        var size = font.Unsigned(Table, at + 6);
        var (ends, starts) = (at + 14, at + 16 + size);
        var (deltas, ranges) = (starts + size, starts + (2 * size));
        for (var i = 0; i < size; i += 2)
        {
            var (first, last, delta, range) = (font.Unsigned(Table, starts + i), font.Unsigned(Table, ends + i),
                font.Unsigned(Table, deltas + i), font.Unsigned(Table, ranges + i));
            for (var character = first; character <= last && character != 0xFFFF; character++)
            {
                var glyph = range == 0 ? character : font.Unsigned(Table, ranges + i + range + (2 * (character - first)));
                map[character] = glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
            }
        }
    }
}
