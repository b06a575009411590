using System.Text;

namespace Portal.Rules.Text;

/// <summary>
/// What is searched for in cases and articles: words that must all be there, folded as texts are (CASE-5, KNOW-2,
/// RX-07).
/// </summary>
/// <param name="Words">None where nothing was typed, or something is wrong.</param>
/// <param name="Problem">Null where nothing is.</param>
public sealed record SearchPhrase(IReadOnlyList<string> Words, SearchProblem? Problem)
{
    /// <summary>Letters and digits that a word needs; signs do not count.</summary>
    public const int Shortest = 3;

    /// <summary>Where all of them are kanji or kana, which say more.</summary>
    public const int ShortestJapanese = 2;

    /// <summary>In code points.</summary>
    public const int Longest = 100;

    private const int MostWords = 8;

    // "〇", written like a kanji: a number by itself (Nl), so neither letter nor digit.
    private const int Zero = 0x3007;

    /// <summary>Understands what was typed.</summary>
    /// <param name="typed">Any text.</param>
    public static SearchPhrase Read(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (TextCheck.Find(text, multiline: false) is not null || CodePoints.Count(text) > Longest)
        {
            return new SearchPhrase([], SearchProblem.NotAText);
        }

        string[] words = [.. CanonicalText.SearchKey(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Distinct()];
        return words.Length > MostWords ? new SearchPhrase([], SearchProblem.TooMany)
            : words.Any(IsTooShort) || (words.Length == 0 && text.Length > 0) ? new SearchPhrase([], SearchProblem.TooShort)
            : new SearchPhrase(words, null);
    }

    private static bool IsTooShort(string word)
    {
        Rune[] letters = [.. word.EnumerateRunes().Where(sign => Rune.IsLetterOrDigit(sign) || sign.Value == Zero)];
        return letters.Length < (letters.All(IsJapanese) ? ShortestJapanese : Shortest);
    }

    private static bool IsJapanese(Rune letter) => letter.Value is (>= 0x3005 and <= 0x3007) or (>= 0x3041 and <= 0x30FF)
        or (>= 0x31F0 and <= 0x31FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);
}

/// <summary>Why nothing is searched for.</summary>
public enum SearchProblem
{
    /// <summary>A word would be found in half of everything.</summary>
    TooShort,

    /// <summary>More words than anybody needs.</summary>
    TooMany,

    /// <summary>A text that nothing can hold, or one too long.</summary>
    NotAText,
}
