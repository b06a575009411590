using System.Text;

namespace Portal.Rules.Text;

/// <summary>What a database takes: PostgreSQL refuses NUL, and no encoder writes half a surrogate pair (F14).</summary>
public static class StorableText
{
    /// <summary>
    /// The text with U+FFFD for every character that cannot be stored; the same text where there is none.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text) =>
        IsStorable(text)
            ? text
            : string.Concat(text.EnumerateRunes().Select(rune => (rune.Value == 0 ? Rune.ReplacementChar : rune).ToString()));

    /// <summary>True where every database takes the text as it is.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0' || (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text, i++))))
            {
                return false;
            }
        }

        return true;
    }
}
