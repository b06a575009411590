using System.Text;
using Portal.Rules.Text;

namespace Portal.Rules.Knowledge;

/// <summary>
/// The words of a subject by which articles are suggested (KNOW-3). Nobody parts Japanese words by blanks: a word is a
/// run of kanji, of katakana, or of letters and digits; hiragana between them is grammar, as is "the".
/// </summary>
public static class SubjectWords
{
    /// <summary>More say nothing more, and cost a comparison each.</summary>
    public const int Most = 5;

    private const int Longest = 40;

    private static readonly HashSet<string> Grammar =
    [
        .. ("about after again all also and any are aren because been before being between both but can cannot cant could couldn "
            + "dear did didn does doesn doing don done dont each few for from get gets getting got had hadn has hasn have haven hello "
            + "help her here his how into isn its just may might more most must need needs not now off one only onto other our out "
            + "over own please same shall should shouldn since some still such than thank thanks that the their them then there "
            + "these they this those too under until very via want wants was wasn were weren what when where which while who whom "
            + "whose why will with within without won would wouldn yet you your yours").Split(' '),
    ];

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

    /// <summary>
    /// Whether a text has such a word: letters must begin one of its words there, so that "port" is not in "support";
    /// kanji and katakana are anywhere.
    /// </summary>
    /// <param name="word">One of those of <see cref="Of(string?)"/>.</param>
    /// <param name="key">The text, folded as texts are searched for.</param>
    public static bool IsIn(string word, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        ArgumentNullException.ThrowIfNull(key);
        for (var at = key.IndexOf(word, StringComparison.Ordinal); at >= 0; at = key.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !IsLatin(word[0]) || !IsLatin(key[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether where it begins matters.</summary>
    /// <param name="word">One of those of <see cref="Of(string?)"/>.</param>
    public static bool IsOfLetters(string word)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        return IsLatin(word[0]);
    }

    private static bool IsLatin(char sign) => sign < 0x3040 && char.IsLetterOrDigit(sign);

    private static void Finish(List<string> words, StringBuilder word, Script script)
    {
        var length = CodePoints.Count(word.ToString());
        if (script != Script.None && length >= (script == Script.Latin ? 3 : 2) && length <= Longest
            && CanonicalText.SearchKey(word.ToString()) is var key && !Grammar.Contains(key))
        {
            words.Add(key);
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
