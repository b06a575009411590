using System.Globalization;
using Portal.Rules.Text;

namespace Portal.Rules.SignIn;

/// <summary>The login ID that a form suggests for an e-mail address (CONT-2).</summary>
public static class LoginIdSuggestion
{
    private const string Symbols = "@._+-";

    /// <summary>
    /// The address and a suffix, without the characters that an ID does not have, the address cut so that both fit and
    /// the ID does not end in a sign.
    /// </summary>
    /// <param name="address">The address as it is stored; empty gives an empty suggestion.</param>
    /// <param name="suffix">What the tenant's IDs end in, as ".cs"; shorter
    /// than <paramref name="longest"/> by a few characters.</param>
    /// <param name="longest">Longest login ID in characters.</param>
    /// <param name="turn">1 for the first; from 2 on a number tells it from the former ones, which are taken.</param>
    public static string For(string address, string suffix, int longest, int turn = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(turn, 1);
        var end = turn == 1 ? suffix : string.Create(CultureInfo.InvariantCulture, $"-{turn}{suffix}");
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(end.Length, longest);
        var fit = string.Concat(address.Where(c => char.IsAsciiLetterOrDigit(c) || Symbols.Contains(c, StringComparison.Ordinal)));
        var start = Shortened.AtCodePoint(fit, longest - end.Length).TrimEnd([.. Symbols]);
        return start.Length == 0 ? "" : start + end;
    }
}
