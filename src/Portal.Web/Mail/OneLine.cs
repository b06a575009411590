using System.Text;

namespace Portal.Web.Mail;

/// <summary>
/// Text that stays on its line: a line break in a name would start a header or a forged paragraph (ML-01).
/// </summary>
internal static class OneLine
{
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(LeavesTheLine(rune) ? " " : rune.ToString());
        }

        return line.ToString();
    }

    // Controls, line separators, and the marks that turn the direction of what follows.
    private static bool LeavesTheLine(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
