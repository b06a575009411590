using System.Globalization;
using PhoneNumbers;

namespace Portal.Web.Domain.Telephony;

/// <summary>
/// Telephone numbers in the one form in which they are kept, +81612345678 (ITU-T E.164), and from it the national ways
/// to key them in and to read them.
/// </summary>
public static class E164
{
    /// <summary>How the canonical form of every number of the country begins.</summary>
    public const string Prefix = "+81";

    private const string Country = "JP";
    private const int Code = 81;

    /// <summary>A number as the network hands it over, national or international.</summary>
    /// <returns>
    /// Null for everything that is none: withheld, "anonymous", and numbers in a shape that no network of the country
    /// makes, by which forged ones were told in 2025 (IV-W04).
    /// </returns>
    public static string? Read(string? number)
    {
        if (number is not { Length: >= 10 and <= 16 } || !number.AsSpan(1).ContainsOnlyDigits()
            || Parse(number) is not { } parsed)
        {
            return null;
        }

        var canonical = PhoneNumberUtil.GetInstance().Format(parsed, PhoneNumberFormat.E164);
        return number[0] == '+' && number != canonical ? null : canonical;
    }

    /// <summary>The digits as they are keyed in, with the code of the area: 0612345678.</summary>
    /// <param name="number">A canonical one.</param>
    public static string National(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return Parse(number) is { CountryCode: Code } parsed
            ? "0" + parsed.NationalNumber.ToString(CultureInfo.InvariantCulture)
            : number;
    }

    /// <summary>As people of the country read it: 06-1234-5678.</summary>
    /// <returns>What is no telephone number of the country stays as it is.</returns>
    public static string Shown(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return Read(number) is not null && Parse(number) is { } parsed
            ? PhoneNumberUtil.GetInstance().Format(parsed, PhoneNumberFormat.NATIONAL)
            : number;
    }

    private static PhoneNumber? Parse(string number)
    {
        if (number[0] is not ('0' or '+'))
        {
            return null;
        }

        var util = PhoneNumberUtil.GetInstance();
        try
        {
            var parsed = util.Parse(number, Country);
            return util.IsPossibleNumber(parsed) ? parsed : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
