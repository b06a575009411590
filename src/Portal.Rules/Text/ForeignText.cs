using System.Globalization;
using System.Text;

namespace Portal.Rules.Text;

/// <summary>
/// Text that a program or a stranger sent and that people will read in a log: on one
/// line, and without anything that nobody sees but that changes what is seen around
/// it (directional overrides, joiners, terminal escapes, noncharacters) (AU-06).
/// </summary>
public static class ForeignText
{
    /// <param name="text">What was sent; any length.</param>
    /// <param name="units">The room, as <see cref="Shortened"/> counts it.</param>
    public static string Of(string text, int units)
    {
        var kept = new StringBuilder(Math.Min(text.Length, units));
        foreach (var rune in text.EnumerateRunes())
        {
            // What follows cannot come back into the room; the last character may still get a mark.
            if (kept.Length > 2 * units)
            {
                break;
            }

            kept.Append(IsSeen(rune) ? rune.ToString() : "");
        }

        return Shortened.To(kept.ToString(), units);
    }

    private static bool IsSeen(Rune rune) => !TextCheck.IsNoncharacter(rune) && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
