using System.Globalization;
using System.Text;

namespace Portal.Rules.Text;

/// <summary>
/// What no field accepts, whatever it is for. Emoji, joiners between emoji and every script are fine.
/// </summary>
public static class TextCheck
{
    /// <summary>How many combining marks may follow one another; no living script needs as many.</summary>
    public const int MaximumCombiningMarks = 8;

    /// <summary>Finds the first problem of a text as it was typed, in one pass.</summary>
    /// <param name="text">The text; any length.</param>
    /// <param name="multiline">True where line breaks and tabs are part of the text.</param>
    /// <returns>The first problem, or null for a text that is fine.</returns>
    public static TextProblem? Find(string text, bool multiline)
    {
        var marks = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                return TextProblem.LoneSurrogate;
            }

            marks = IsCombiningMark(rune) ? marks + 1 : 0;
            if (Find(rune, multiline, marks) is { } problem)
            {
                return problem;
            }

            i += rune.Utf16SequenceLength - 1;
        }

        return null;
    }

    private static TextProblem? Find(Rune rune, bool multiline, int marks) => rune.Value switch
    {
        _ when marks > MaximumCombiningMarks => TextProblem.TooManyCombiningMarks,
        '\n' or '\r' or '\t' or 0x2028 or 0x2029 => multiline ? null : TextProblem.ControlCharacter,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => TextProblem.BidirectionalControl,
        0x00AD or 0x180E or 0x200B or (>= 0x2060 and <= 0x2064) or 0x3164 or 0xFEFF or 0xFFA0 => TextProblem.InvisibleCharacter,
        _ when Rune.IsControl(rune) || IsNoncharacter(rune) => TextProblem.ControlCharacter,
        _ => null,
    };

    internal static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsCombiningMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
