using System.Globalization;
using System.Text;
using Portal.Rules.Text;

namespace Portal.Rules.Files;

/// <summary>
/// The name under which people see a file again. It is shown and offered for saving, never a path: what is stored lies
/// under an id (FI-02).
/// </summary>
public static class FileNames
{
    /// <summary>In UTF-16 units, with the ending: every file system takes it, also in UTF-8.</summary>
    public const int Longest = 80;

    private const int LongestEnding = 10;
    private const string Nameless = "file";
    private const string Forbidden = "<>:\"|?*%";

    private static readonly string[] Devices =
        ["CON", "PRN", "AUX", "NUL", "CLOCK$", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })];

    /// <summary>
    /// The last part of a path, whichever way its slashes lean; nothing else of it was meant as a name.
    /// </summary>
    /// <param name="sent">What the browser said.</param>
    public static string LastPart(string sent) => sent.Split('/', '\\')[^1];

    /// <summary>
    /// Composed, on one line, without signs that are not seen, that turn the direction or that a file system reserves,
    /// and short with its ending whole.
    /// </summary>
    /// <param name="sent">What the browser said; its ending has been judged.</param>
    public static string Clean(string sent)
    {
        var seen = new StringBuilder();
        foreach (var rune in Composed(LastPart(sent)).EnumerateRunes())
        {
            seen.Append(Kept(rune));
        }

        var parts = seen.ToString().Split('.');
        var ending = parts.Length > 1 ? "." + Shortened.To(parts[^1].Trim(), LongestEnding) : "";
        var stem = parts.Length > 1 ? string.Join('.', parts[..^1]) : parts[0];
        stem = Shortened.To(stem.Trim(' ', '.', '-', '\u3000'), Longest - 1 - ending.Length).Trim(' ', '.');
        return (stem.Length == 0 ? Nameless : IsDevice(stem) ? "_" + stem : stem) + ending;
    }

    // Half a surrogate pair cannot be composed, and is left out below.
    private static string Composed(string text) =>
        text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar) ? text.Normalize(NormalizationForm.FormC) : text;

    private static string Kept(Rune rune)
    {
        if (Forbidden.Contains(rune.ToString(), StringComparison.Ordinal))
        {
            return "_";
        }

        // A joiner holds an emoji together; everything else of its category hides something.
        var isHidden = TextCheck.IsNoncharacter(rune) || rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
        return isHidden && rune.Value != 0x200d ? "" : rune.ToString();
    }

    private static bool IsDevice(string stem) => Devices.Contains(stem.Split('.')[0].Trim(), StringComparer.OrdinalIgnoreCase);
}
