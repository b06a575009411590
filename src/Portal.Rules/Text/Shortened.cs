using System.Globalization;

namespace Portal.Rules.Text;

/// <summary>
/// The only place that cuts a text (TEXT-3); a test finds others. Lengths are UTF-16 units: SQL Server's nvarchar(n)
/// counts those, PostgreSQL's varchar(n) counts code points, of which no text has more. What fits here fits both.
/// </summary>
public static class Shortened
{
    private const string Ellipsis = "…";

    /// <summary>
    /// The longest beginning that fits, in whole characters as people see them. Only where the very first one is longer
    /// than all the room (a letter under a heap of marks) is it cut itself, between code points: something of it must
    /// be left to see.
    /// </summary>
    /// <param name="text">Any text, also one that is not well-formed.</param>
    /// <param name="units">The room, in UTF-16 units.</param>
    public static string To(string text, int units)
    {
        if (text.Length <= units)
        {
            return text;
        }

        var end = 0;
        while (end < text.Length && StringInfo.GetNextTextElementLength(text.AsSpan(end)) is var length && end + length <= units)
        {
            end += length;
        }

        return end == 0 ? AtCodePoint(text, units) : text[..end];
    }

    /// <summary>As <see cref="To"/>, with "…" in place of what is missing.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="units">The room, with the ellipsis.</param>
    public static string WithEllipsis(string text, int units) => text.Length <= units ? text : To(text, units - Ellipsis.Length) + Ellipsis;

    /// <summary>The text with "…" in place of its last character.</summary>
    /// <param name="text">Any text.</param>
    public static string EndingInEllipsis(string text) =>
        StringInfo.ParseCombiningCharacters(text) is [.., var last] ? text[..last] + Ellipsis : Ellipsis;

    /// <summary>The first character as people see it; empty for an empty text.</summary>
    /// <param name="text">Any text.</param>
    public static string First(string text) => text[..StringInfo.GetNextTextElementLength(text)];

    /// <summary>The longest end that fits, in whole characters.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="units">The room, in UTF-16 units.</param>
    public static string End(string text, int units)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        var first = Array.Find([.. starts, text.Length], start => text.Length - start <= units);
        return text[first..];
    }

    /// <summary>
    /// The longest beginning of whole code points, for what is counted in code points, such as a password.
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <param name="units">The room, in UTF-16 units.</param>
    public static string AtCodePoint(string text, int units)
    {
        if (text.Length <= units)
        {
            return text;
        }

        return text[..(units > 0 && char.IsSurrogatePair(text, units - 1) ? units - 1 : units)];
    }
}
