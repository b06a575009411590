using System.Text;

namespace Portal.Rules.WorkRequests;

/// <summary>
/// The options of a choice as they are typed, one a line: "value | Japanese | English", where the value of a new one
/// may be left out. A bar or a backslash inside a label has a backslash before it.
/// </summary>
public static class OptionLines
{
    private const char Bar = '|';
    private const char Escape = '\\';

    /// <summary>Each line with something in it; the value is empty where nobody typed one.</summary>
    /// <param name="text">Any text.</param>
    public static IReadOnlyList<WorkOption> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0).Select(One)];
    }

    /// <summary>The same as text, as <see cref="Read"/> takes it.</summary>
    /// <param name="options">What is stored.</param>
    public static string Write(IEnumerable<WorkOption> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return string.Join('\n', options.Select(option => $"{option.Value} {Bar} {Safe(option.Label.Ja)} {Bar} {Safe(option.Label.En)}"));
    }

    private static WorkOption One(string line) => Parts(line) switch
    {
        [var ja, var en] => new WorkOption("", new WorkText(ja, en)),
        [var value, var ja, var en] => new WorkOption(value, new WorkText(ja, en)),
        var parts => new WorkOption("", new WorkText(parts[0], "")),
    };

    private static List<string> Parts(string line)
    {
        var (parts, part, isLiteral) = (new List<string>(), new StringBuilder(), false);
        foreach (var sign in line)
        {
            if (!isLiteral && sign == Bar)
            {
                parts.Add(part.ToString().Trim());
                part.Clear();
            }
            else if (!isLiteral && sign == Escape)
            {
                isLiteral = true;
                continue;
            }
            else
            {
                part.Append(sign);
            }

            isLiteral = false;
        }

        parts.Add(part.ToString().Trim());
        return parts;
    }

    private static string Safe(string label) => label.Replace($"{Escape}", $"{Escape}{Escape}", StringComparison.Ordinal)
        .Replace($"{Bar}", $"{Escape}{Bar}", StringComparison.Ordinal);
}
