using System.Globalization;
using System.Text;
using Portal.Rules.Text;

namespace Portal.Rules.Knowledge;

/// <summary>A piece of a text.</summary>
/// <param name="Text">As it stands in the text.</param>
/// <param name="IsMatch">It is what was searched for.</param>
public readonly record struct Highlight(string Text, bool IsMatch);

/// <summary>
/// Where the words of a search stand in a text (KNOW-2). They were compared in their folded form, whose characters are
/// not those of the text: each character of the text is folded by itself, and remembers what became of it.
/// </summary>
public static class Highlights
{
    private const int Before = 40;

    /// <summary>The text with its matches.</summary>
    /// <param name="text">As it is shown.</param>
    /// <param name="words">Folded, as <see cref="CanonicalText.SearchKey"/> makes them.</param>
    public static IReadOnlyList<Highlight> Of(string text, IReadOnlyList<string> words)
    {
        var characters = Characters(text);
        return Parts(characters, Marks(characters, words));
    }

    /// <summary>Some of the text around its first match; its beginning where there is none.</summary>
    /// <param name="text">As it is shown.</param>
    /// <param name="words">Folded.</param>
    /// <param name="longest">How much of it.</param>
    public static IReadOnlyList<Highlight> Around(string text, IReadOnlyList<string> words, int longest)
    {
        var characters = Characters(text);
        var first = Marks(characters, words) is [var mark, ..] ? mark.Start : 0;
        var start = Math.Max(0, first - Before);
        var parts = Of(Shortened.WithEllipsis(string.Concat(characters.Skip(start)), longest), words);
        return start > 0 ? [new Highlight("…", false), .. parts] : parts;
    }

    private static List<Highlight> Parts(List<string> characters, List<(int Start, int End)> marks)
    {
        var parts = new List<Highlight>();
        var at = 0;
        foreach (var (start, end) in marks)
        {
            Add(parts, characters, (at, start), false);
            Add(parts, characters, (start, end), true);
            at = end;
        }

        Add(parts, characters, (at, characters.Count), false);
        return parts;
    }

    private static void Add(List<Highlight> parts, List<string> characters, (int Start, int End) span, bool isMatch)
    {
        if (span.End > span.Start)
        {
            parts.Add(new Highlight(string.Concat(characters.GetRange(span.Start, span.End - span.Start)), isMatch));
        }
    }

    /// <summary>The places of all words, in order; those that touch are one.</summary>
    private static List<(int Start, int End)> Marks(List<string> characters, IReadOnlyList<string> words)
    {
        var (folded, places) = Fold(characters);
        var found = new List<(int Start, int End)>();
        foreach (var word in words.Where(word => word.Length > 0))
        {
            for (var i = folded.IndexOf(word, StringComparison.Ordinal); i >= 0; i = folded.IndexOf(word, i + 1, StringComparison.Ordinal))
            {
                found.Add((places[i], places[i + word.Length - 1] + 1));
            }
        }

        var marks = new List<(int Start, int End)>();
        foreach (var mark in found.OrderBy(mark => mark.Start))
        {
            if (marks is [.., var last] && mark.Start <= last.End)
            {
                marks[^1] = (last.Start, Math.Max(last.End, mark.End));
            }
            else
            {
                marks.Add(mark);
            }
        }

        return marks;
    }

    /// <summary>The folded text, and which character each of its parts came from.</summary>
    private static (string Folded, List<int> Places) Fold(List<string> characters)
    {
        var (folded, places) = (new StringBuilder(characters.Count), new List<int>(characters.Count));

        // A text has few different characters; each is folded once.
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < characters.Count; i++)
        {
            if (!keys.TryGetValue(characters[i], out var key))
            {
                key = string.IsNullOrWhiteSpace(characters[i]) ? " " : CanonicalText.SearchKey(characters[i]);
                keys.Add(characters[i], key);
            }

            folded.Append(key);
            places.AddRange(Enumerable.Repeat(i, key.Length));
        }

        return (folded.ToString(), places);
    }

    /// <summary>As people see them.</summary>
    private static List<string> Characters(string text)
    {
        var characters = new List<string>(text.Length);
        var all = StringInfo.GetTextElementEnumerator(text);
        while (all.MoveNext())
        {
            characters.Add(all.GetTextElement());
        }

        return characters;
    }
}
