namespace Portal.Rules.Text.English;

/// <summary>
/// The name of a field as a sentence in English asks for it: "Reason" is asked for as "a reason", "Shortest length" as
/// "the shortest length".
/// </summary>
public static class EnglishLabel
{
    private static readonly HashSet<string> Determiners = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "an", "the", "your", "this", "that", "its", "each", "any", "all", "another",
    };

    /// <summary>Words that a name begins with which is no noun.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        "about", "allow", "closes", "copy", "disable", "disables", "doubles", "for", "forward", "from", "handed", "holds", "how", "issued",
        "make", "may", "must", "only", "open", "opens", "require", "show", "shown", "signed", "until", "use", "valid", "what", "when",
        "where", "who", "why", "with",
    };

    /// <summary>There is one of it.</summary>
    private static readonly HashSet<string> Single = new(StringComparer.OrdinalIgnoreCase)
    {
        "current", "first", "former", "highest", "largest", "last", "latest", "least", "longest", "lowest", "main", "most", "next",
        "present", "same", "shortest", "smallest",
    };

    private static readonly HashSet<string> Uncountable = new(StringComparer.OrdinalIgnoreCase)
    {
        "access", "advice", "background", "bandwidth", "content", "data", "equipment", "information", "kana", "room", "stock",
        "text", "traffic",
    };

    /// <summary>What ends the noun, or leaves it open: "Period from".</summary>
    private static readonly HashSet<string> Joints = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "after", "an", "and", "at", "before", "by", "for", "from", "in", "kept", "of", "on", "or", "shown", "that", "to", "until",
        "with",
    };

    private static readonly string[] Languages = ["English", "Japanese"];
    private static readonly string[] SilentH = ["heir", "honest", "hour"];
    private static readonly string[] SpokenWithY = ["eu", "one", "once", "uni", "url", "use", "usu", "uti"];

    /// <summary>Null where it is no noun, and is quoted as it is.</summary>
    public static string? Asked(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        var words = label.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if ((words.Length > 0 && Others.Contains(words[0]))
            || (words.Length > 1 && Joints.Contains(words.LastOrDefault(IsBare, ""))))
        {
            return null;
        }

        if (words.Length == 0 || Determiners.Contains(words[0]))
        {
            return InSentence(label);
        }

        var head = words.TakeWhile((word, at) => at == 0 || !(Joints.Contains(word) || word[0] == '(')).ToArray();
        var named = Whole(InSentence(label), head[^1]);
        return IsDefinite(words, head[^1].TrimEnd(',')) ? "the " + named : (SoundsLikeVowel(words[0]) ? "an " : "a ") + named;
    }

    /// <summary>
    /// A word as it stands inside a sentence; an abbreviation and the name of a language keep their capitals.
    /// </summary>
    public static string InSentence(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length < 2 || char.IsUpper(word[1]) || Begins(word, Languages) ? word : char.ToLowerInvariant(word[0]) + word[1..];
    }

    /// <summary>A word as a sentence begins with it.</summary>
    public static string AtStart(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..];
    }

    private static bool IsBare(string word) => word[0] != '(';

    /// <summary>Nobody enters a phone.</summary>
    private static string Whole(string label, string last)
    {
        var rest = last.ToUpperInvariant() switch
        {
            "PHONE" => " number",
            "EMAIL" => " address",
            _ => "",
        };
        var end = label.IndexOf(last, StringComparison.OrdinalIgnoreCase) + last.Length;
        return label.Insert(end, rest);
    }

    private static bool IsDefinite(IReadOnlyList<string> words, string last) =>
        Single.Contains(words[0]) || Uncountable.Contains(last) || IsPlural(last)
        || words.Any(word => word == "of" || word.EndsWith("’s", StringComparison.Ordinal)
            || word.EndsWith("'s", StringComparison.Ordinal));

    private static bool IsPlural(string word) =>
        word.Length > 2 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i' or '’' or '\'');

    private static bool SoundsLikeVowel(string word)
    {
        if (word.Length < 2 || char.IsUpper(word[1]))
        {
            // Spelt out: an ID, a URL.
            return "AEFHILMNORSX".Contains(char.ToUpperInvariant(word[0]), StringComparison.Ordinal);
        }

        return Begins(word, SilentH)
            || ("aeiou".Contains(char.ToLowerInvariant(word[0]), StringComparison.Ordinal) && !Begins(word, SpokenWithY));
    }

    private static bool Begins(string word, IEnumerable<string> beginnings) =>
        beginnings.Any(beginning => word.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
