using System.Globalization;

namespace Portal.Rules.WorkRequests;

/// <summary>The number of a work request as people read it: WR and seven digits.</summary>
public static class WorkRequestNumber
{
    private const string Letters = "WR";
    private const int Length = 9;

    /// <summary>The number in words.</summary>
    /// <param name="number">From 1 to 9,999,999.</param>
    public static string Of(int number) => Letters + number.ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>What an address or a person says; the letters may be small.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Null for what is no number of a request.</returns>
    public static int? Read(string? text)
    {
        if (text is not { Length: Length } || !text.StartsWith(Letters, StringComparison.OrdinalIgnoreCase)
            || !text.Skip(Letters.Length).All(char.IsAsciiDigit))
        {
            return null;
        }

        var number = text.Skip(Letters.Length).Aggregate(0, (sum, digit) => (sum * 10) + (digit - '0'));
        return number > 0 ? number : null;
    }
}
