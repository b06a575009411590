using System.Text;
using Portal.Rules.Text;

namespace Portal.Rules.Knowledge;

/// <summary>
/// The words of a subject by which articles are suggested (KNOW-3). Nobody parts Japanese words by blanks: a word is a
/// run of kanji, of katakana, or of letters and digits; hiragana between them is grammar.
/// </summary>
public static class SubjectWords
{
    /// <summary>More say nothing more, and cost a comparison each.</summary>
    public const int Most = 5;

    private const int Longest = 40;

    private enum Script
    {
        None,
        Kanji,
        Katakana,
        Latin,
    }

    /// <summary>The longest first, folded as texts are searched for.</summary>
    /// <param name="subject">What is being typed; any length.</param>
    public static IReadOnlyList<string> Of(string? subject)
    {
        // Hiragana would become katakana: it is taken out first.
        var plain = Folding.Compatible(subject ?? "");
        var words = new List<string>();
        var word = new StringBuilder();
        var last = Script.None;
        foreach (var rune in plain.EnumerateRunes())
        {
            var script = Of(rune);
            if (script != last)
            {
                Finish(words, word, last);
            }

            if (script != Script.None)
            {
                word.Append(rune.ToString());
            }

            last = script;
        }

        Finish(words, word, last);
        return [.. words.Distinct().OrderByDescending(each => each.Length).Take(Most)];
    }

    private static void Finish(List<string> words, StringBuilder word, Script script)
    {
        var length = CodePoints.Count(word.ToString());
        if (script != Script.None && length >= (script == Script.Latin ? 3 : 2) && length <= Longest)
        {
            words.Add(CanonicalText.SearchKey(word.ToString()));
        }

        word.Clear();
    }

    private static Script Of(Rune rune) => rune.Value switch
    {
        (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or 0x3005 => Script.Kanji,
        >= 0x30A1 and <= 0x30FC => Script.Katakana,
        _ when Rune.IsLetterOrDigit(rune) && rune.Value < 0x3040 => Script.Latin,
        _ => Script.None,
    };
}
