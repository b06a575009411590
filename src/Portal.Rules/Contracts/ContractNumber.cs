using Portal.Rules.Identifiers;
using Portal.Rules.Text;

namespace Portal.Rules.Contracts;

/// <summary>
/// A contract number as it is stored: capitals, digits and hyphens. It stands in addresses and on letters, so nothing
/// that looks like something else is in it (AZ-22).
/// </summary>
public static class ContractNumber
{
    /// <summary>The number in the one form in which it is stored; what is none stays recognisable.</summary>
    /// <param name="typed">Any text; width and case do not matter.</param>
    public static string Read(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return CanonicalText.Identifier(typed).ToUpperInvariant();
    }

    /// <summary>The number of a contract to be, the same for a form and for a file (ADMIN-4, ADMIN-12).</summary>
    /// <param name="typed">Any text; width and case do not matter.</param>
    /// <param name="format">The mask of the tenant's profile; null = capitals, digits and hyphens.</param>
    public static IdReading Read(string typed, string? format)
    {
        var number = Read(typed);
        return new(number, number.Length switch
        {
            0 => IdFault.Missing,
            > ContractLimits.Number => IdFault.TooLong,
            _ when !IsNumber(number) || (format is not null && !IdFormat.Fits(format, number)) => IdFault.WrongForm,
            _ => null,
        });
    }

    /// <summary>Whether it can be a contract's number at all.</summary>
    /// <param name="number">As <see cref="Read(string)"/> returns it.</param>
    public static bool IsNumber(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length is > 0 and <= ContractLimits.Number
            && number.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-') && number[0] != '-' && number[^1] != '-';
    }
}
