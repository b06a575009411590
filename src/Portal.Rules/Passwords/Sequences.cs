using Portal.Rules.Passwords.Checks;

namespace Portal.Rules.Passwords;

/// <summary>
/// Runs of neighbouring characters: of the alphabet, of the digits
/// (9 is followed by 0), of a row of keys; forwards or backwards.
/// </summary>
public static class Sequences
{
    /// <summary>Fewest characters that make a run.</summary>
    public const int ShortestRun = 3;

    private static readonly string[] Rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>True where a text consists of runs and of nothing else, whatever the case.</summary>
    /// <param name="text">The text; false for an empty one.</param>
    public static bool IsNothingElse(string text)
    {
        var rest = text.ToLowerInvariant().AsSpan();
        while (!rest.IsEmpty)
        {
            var run = LongestRun(rest);
            if (run < ShortestRun)
            {
                return false;
            }

            rest = rest[run..];
        }

        return text.Length > 0;
    }

    private static int LongestRun(ReadOnlySpan<char> text) => Math.Max(LongestRun(text, 1), LongestRun(text, -1));

    private static int LongestRun(ReadOnlySpan<char> text, int step)
    {
        var longest = 1;
        foreach (var row in Rows)
        {
            var length = 1;
            while (length < text.Length && Follows(row, text[length - 1], text[length], step))
            {
                length++;
            }

            longest = Math.Max(longest, length);
        }

        return longest;
    }

    private static bool Follows(string row, char first, char second, int step) =>
        row.Contains(step > 0 ? $"{first}{second}" : $"{second}{first}", StringComparison.Ordinal);
}
