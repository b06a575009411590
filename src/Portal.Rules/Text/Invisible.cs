using System.Text;

namespace Portal.Rules.Text;

/// <summary>
/// Characters that nobody can see and that come along when a text is copied: joiners, marks
/// of direction, byte order marks, soft hyphens, fillers, selectors. A key has none of them
/// (TEXT-1; Unicode's Default_Ignorable_Code_Point, as NFKC_Casefold drops it, and the marks
/// of annotations). Names and comments keep them, because scripts and emoji need some.
/// </summary>
internal static class Invisible
{
    /// <summary>The text without them; a lone surrogate becomes U+FFFD.</summary>
    public static string Drop(string text)
    {
        if (!text.Any(IsSuspect))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Has(rune.Value))
            {
                visible.Append(rune.ToString());
            }
        }

        return visible.ToString();
    }

    // A quick look first: nearly every text has none of them.
    private static bool IsSuspect(char c) => c >= '\u00AD' && (char.IsSurrogate(c) || Has(c));

    private static bool Has(int value) =>
        value is 0x00AD or 0x034F or 0x061C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x3164 or 0xFEFF or 0xFFA0
        or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or (>= 0xFE00 and <= 0xFE0F) or (>= 0xFFF0 and <= 0xFFFB) or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A)
        or (>= 0xE0000 and <= 0xE0FFF);
}
