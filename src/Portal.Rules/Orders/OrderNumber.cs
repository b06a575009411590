using System.Globalization;

namespace Portal.Rules.Orders;

/// <summary>
/// The number of an application as people read it: Q for a quote, R for an order, C for a cancellation, and seven
/// digits, each kind counted by itself (ORDER-4).
/// </summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Number">From 1 to <see cref="Most"/>.</param>
public readonly record struct OrderNumber(OrderKind Kind, int Number)
{
    /// <summary>More of a kind than that no tenant has.</summary>
    public const int Most = 9_999_999;

    private const int Length = 8;
    private const string Letters = "QRC";

    /// <summary>What an address or a person says; the letter may be small.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Null for what is no such number.</returns>
    public static OrderNumber? Read(string? text)
    {
        if (text is not { Length: Length } || !text.Skip(1).All(char.IsAsciiDigit)
            || Letters.IndexOf(char.ToUpperInvariant(text[0]), StringComparison.Ordinal) is not (>= 0 and var kind))
        {
            return null;
        }

        var number = int.Parse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);
        return number > 0 ? new OrderNumber((OrderKind)kind, number) : null;
    }

    /// <summary>The number in words.</summary>
    public override string ToString() => Letters[(int)Kind] + Number.ToString("D7", CultureInfo.InvariantCulture);
}
