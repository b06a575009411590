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
    public static IReadOnlyList<Highlight> Of(string text, IReadOnlyList<string> words) => Parts(text, Marks(text, words));

    /// <summary>Some of the text around its first match; its beginning where there is none.</summary>
    /// <param name="text">As it is shown.</param>
    /// <param name="words">Folded.</param>
    /// <param name="longest">How much of it.</param>
    public static IReadOnlyList<Highlight> Around(string text, IReadOnlyList<string> words, int longest)
    {
        var first = Marks(text, words) is [var mark, ..] ? mark.Start : 0;
        var start = Math.Max(0, first - Before);
        if (start > 0 && char.IsLowSurrogate(text[start]))
        {
            start--;
        }

        var part = Shortened.WithEllipsis(text[start..], longest);
        var parts = Of(part, words);
        return start > 0 ? [new Highlight("…", false), .. parts] : parts;
    }

    private static List<Highlight> Parts(string text, List<(int Start, int End)> marks)
    {
        var parts = new List<Highlight>();
        var at = 0;
        foreach (var (start, end) in marks)
        {
            if (start > at)
            {
                parts.Add(new Highlight(text[at..start], false));
            }

            parts.Add(new Highlight(text[start..end], true));
            at = end;
        }

        if (at < text.Length)
        {
            parts.Add(new Highlight(text[at..], false));
        }

        return parts;
    }

    /// <summary>The places of all words, in order; those that touch are one.</summary>
    private static List<(int Start, int End)> Marks(string text, IReadOnlyList<string> words)
    {
        var (folded, starts, ends) = Fold(text);
        var found = new List<(int Start, int End)>();
        foreach (var word in words.Where(word => word.Length > 0))
        {
            for (var i = folded.IndexOf(word, StringComparison.Ordinal); i >= 0; i = folded.IndexOf(word, i + 1, StringComparison.Ordinal))
            {
                found.Add((starts[i], ends[i + word.Length - 1]));
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

    /// <summary>The folded text, and where each of its characters came from.</summary>
    private static (string Folded, List<int> Starts, List<int> Ends) Fold(string text)
    {
        var (folded, starts, ends) = (new StringBuilder(text.Length), new List<int>(text.Length), new List<int>(text.Length));
        for (var start = 0; start < text.Length;)
        {
            var end = start + StringInfo.GetNextTextElementLength(text, start);
            var element = text[start..end];
            var key = string.IsNullOrWhiteSpace(element) ? " " : CanonicalText.SearchKey(element);
            folded.Append(key);
            starts.AddRange(Enumerable.Repeat(start, key.Length));
            ends.AddRange(Enumerable.Repeat(end, key.Length));
            start = end;
        }

        return (folded.ToString(), starts, ends);
    }
}
