using System.Text;
using Portal.Rules.Text;

namespace Portal.Rules.Cases;

/// <summary>What the cases of many contracts say differently (ADMIN-5).</summary>
/// <param name="Contract">Its number.</param>
/// <param name="Holder">By name.</param>
/// <param name="Month">As the staff typed it.</param>
public sealed record ManyFacts(string Contract, string Holder, string Month);

/// <summary>Subject and text of many cases have places for what differs from contract to contract.</summary>
public static class ManyText
{
    /// <summary>The place of the month, which has to be said where it stands.</summary>
    public const string Month = "{month}";

    /// <summary>The places, as they are written in a text.</summary>
    public static IReadOnlyList<string> Places { get; } = ["{contract}", "{holder}", Month];

    /// <summary>A line with its places filled; what is filled in is not looked at again.</summary>
    /// <param name="line">Braces around anything else stay.</param>
    /// <param name="facts">What goes in.</param>
    public static string FillLine(string line, ManyFacts facts) => Fill(line, facts, value => value);

    /// <summary>The same of Markdown: what is filled in formats nothing.</summary>
    /// <param name="text">Markdown; braces around anything else stay.</param>
    /// <param name="facts">What goes in.</param>
    public static string FillText(string text, ManyFacts facts) => Fill(text, facts, MarkdownText.Plain);

    private static string Fill(string text, ManyFacts facts, Func<string, string> written)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(facts);
        string[] values = [facts.Contract, facts.Holder, facts.Month];
        var filled = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var place = PlaceAt(text.AsSpan(at));
            filled.Append(place < 0 ? text[at].ToString() : written(values[place]));
            at += place < 0 ? 1 : Places[place].Length;
        }

        return filled.ToString();
    }

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
