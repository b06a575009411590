using System.Globalization;

namespace Portal.Rules.Text;

/// <summary>A postal code of Japan: seven digits, a hyphen after the third or not (ORDER-2).</summary>
public static class PostalCode
{
    private const int Digits = 7;
    private const char Mark = '〒';

    /// <summary>
    /// Reads a code: digits of either width, the postal mark before them, and what people put between (TEXT-1).
    /// </summary>
    /// <param name="text">What was typed or stood in a file; any length.</param>
    /// <returns>Seven ASCII digits, or null for anything else.</returns>
    public static string? Read(string text)
    {
        var code = string.Concat(Folding.Visible(text).Where(c => !char.IsWhiteSpace(c) && !Separators.Has(c))).TrimStart(Mark);
        return code.Length == Digits && code.All(char.IsAsciiDigit) ? code : null;
    }

    /// <summary>As people write it: a hyphen after the third digit.</summary>
    /// <param name="code">Seven digits; anything else stays as it is.</param>
    public static string Shown(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length == Digits && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("000-0000", CultureInfo.InvariantCulture)
            : code;
    }
}
