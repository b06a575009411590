using System.Globalization;

namespace Portal.Rules.Cases;

/// <summary>The number of a case as people read it: CS and seven digits (CASE-1).</summary>
public static class CaseNumber
{
    /// <summary>More cases than that no tenant has.</summary>
    public const int Most = 9_999_999;

    private const string Letters = "CS";
    private const int Length = 9;

    /// <summary>The number in words.</summary>
    /// <param name="number">From 1 to <see cref="Most"/>.</param>
    public static string Of(int number) => Letters + number.ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>What an address or a person says; the letters may be small.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Null for what is no number of a case.</returns>
    public static int? Read(string? text)
    {
        if (text is not { Length: Length } || !text.StartsWith(Letters, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var number = 0;
        foreach (var sign in text.Skip(Letters.Length))
        {
            if (!char.IsAsciiDigit(sign))
            {
                return null;
            }

            number = (number * 10) + (sign - '0');
        }

        return number > 0 ? number : null;
    }
}
