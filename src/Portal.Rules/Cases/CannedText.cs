using System.Text;
using Portal.Rules.Text;

namespace Portal.Rules.Cases;

/// <summary>What a canned answer says of the case at hand.</summary>
/// <param name="Contact">The customer's person, by name.</param>
/// <param name="Number">As people read it.</param>
/// <param name="Subject">One line.</param>
/// <param name="Agent">The member of the staff, by name.</param>
public sealed record CannedFacts(string Contact, string Number, string Subject, string Agent);

/// <summary>Canned answers have places for what differs from case to case (ADMIN-5).</summary>
public static class CannedText
{
    /// <summary>The places, as they are written in a text.</summary>
    public static IReadOnlyList<string> Places { get; } = ["{contact}", "{number}", "{subject}", "{agent}"];

    /// <summary>
    /// The text with its places filled. What is filled in is not looked at again, so that a subject that reads like a
    /// place stays as it is; and it formats nothing, because customers typed it.
    /// </summary>
    /// <param name="text">Markdown; braces around anything else stay.</param>
    /// <param name="facts">What goes in.</param>
    public static string Fill(string text, CannedFacts facts)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(facts);
        string[] values = [facts.Contact, facts.Number, facts.Subject, facts.Agent];
        var filled = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var at)
        {
            filled.Append(rest[..at]);
            rest = rest[at..];
            var place = PlaceAt(rest);
            filled.Append(place < 0 ? "{" : MarkdownText.Plain(values[place]));
            rest = rest[(place < 0 ? 1 : Places[place].Length)..];
        }

        return filled.Append(rest).ToString();
    }

    /// <summary>What is being written, and below it the canned text.</summary>
    /// <param name="typed">What stands there; null for nothing.</param>
    /// <param name="text">What comes.</param>
    public static string Below(string? typed, string text) =>
        string.IsNullOrWhiteSpace(typed) ? text : $"{typed.TrimEnd()}\n\n{text}";

    /// <returns>Which place the text begins with; -1 for none.</returns>
    private static int PlaceAt(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < Places.Count; i++)
        {
            if (text.StartsWith(Places[i], StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
