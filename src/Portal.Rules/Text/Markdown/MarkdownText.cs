using System.Text;

namespace Portal.Rules.Text;

/// <summary>Text of others inside of Markdown.</summary>
public static class MarkdownText
{
    private const string Marked = "\\`*_[]<>#|~&";

    /// <summary>
    /// The same text as Markdown in which nothing formats anything: what a customer typed makes no link in what the
    /// provider says.
    /// </summary>
    /// <param name="text">Any text.</param>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        var begins = true;
        foreach (var sign in text)
        {
            // At the beginning of a line these would make a list or a line across.
            var isMark = Marked.Contains(sign, StringComparison.Ordinal) || (begins && sign is '-' or '+' or '=');
            plain.Append(isMark ? "\\" : "").Append(sign);
            begins = sign == '\n' || (begins && char.IsWhiteSpace(sign));
        }

        return plain.ToString();
    }
}
