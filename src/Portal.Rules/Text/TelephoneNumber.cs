using System.Text;

namespace Portal.Rules.Text;

/// <summary>
/// A telephone number as it was typed, understood (TEXT-4): a national number of
/// Japan, which begins with 0, or one of another country with + and its code (ITU-T
/// E.164). Brackets, dots and blanks are fine; +81 becomes the national form.
/// </summary>
/// <param name="Shown">How it is stored and shown: digits, and a hyphen
/// where they were apart; what was typed where it is none.</param>
/// <param name="Problem">Null for a number.</param>
public readonly record struct TelephoneNumber(string Shown, TelephoneProblem? Problem)
{
    private const string Japan = "+81";
    private const int FewestAbroad = 8;
    private const int MostAbroad = 15;

    /// <summary>Reads a number; a text without anything visible is an empty one without a problem.</summary>
    /// <param name="text">What was typed or stood in a file; any length.</param>
    public static TelephoneNumber Read(string text)
    {
        var shown = National(Grouped(Folding.Visible(text)));
        return Find(CanonicalText.PhoneNumber(text)) is { } problem ? new(CanonicalText.Identifier(text), problem) : new(shown, null);
    }

    /// <summary>The national form of a number of Japan; any other text as it is.</summary>
    /// <param name="number">Digits, separated by hyphens or not.</param>
    internal static string National(string number)
    {
        if (!number.StartsWith(Japan, StringComparison.Ordinal))
        {
            return number;
        }

        // "+81 (0)6" has both the code and the zero that stands in its place.
        var rest = number.AsSpan(Japan.Length).TrimStart('-');
        rest = rest is ['0', .. var after] ? after.TrimStart('-') : rest;
        return rest is [>= '1' and <= '9', ..] ? $"0{rest}" : number;
    }

    private static TelephoneProblem? Find(string key) => key switch
    {
        "" => null,
        _ when IsNational(key) || IsAbroad(key) => null,
        [not '0', ..] when IsNational("0" + key) => TelephoneProblem.ZeroIsMissing,
        ['0', ..] when key.Length is 10 or 11 && key.All(char.IsAsciiDigit) => TelephoneProblem.NoSuchNumber,
        _ => TelephoneProblem.Unfit,
    };

    // 020, 050 to 090 have eight digits after the prefix; all
    // others, with the code of an area or a service, ten in all.
    private static bool IsNational(string key) => key.All(char.IsAsciiDigit) && key switch
    {
        ['0', '2' or (>= '5' and <= '9'), '0', ..] => key.Length == 11,
        ['0', not '0', not '0', ..] => key.Length == 10,
        _ => false,
    };

    private static bool IsAbroad(string key) =>
            key is ['+', >= '1' and <= '9', .. var rest] && !key.StartsWith(Japan, StringComparison.Ordinal)
        && rest.Length + 1 is >= FewestAbroad and <= MostAbroad && rest.All(char.IsAsciiDigit);

    /// <summary>Digits as they were grouped, one hyphen between two groups; blanks part no groups.</summary>
    private static string Grouped(string folded)
    {
        var grouped = new StringBuilder(folded.Length);
        foreach (var c in folded.Where(c => !char.IsWhiteSpace(c)))
        {
            if (!Separators.Has(c))
            {
                grouped.Append(c);
            }
            else if (grouped.Length > 0 && grouped[^1] != '-')
            {
                grouped.Append('-');
            }
        }

        return grouped.ToString().TrimEnd('-');
    }
}
