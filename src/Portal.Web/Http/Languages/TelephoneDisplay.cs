using PhoneNumbers;

namespace Portal.Web.Http.Languages;

/// <summary>Telephone numbers as people of the country read them: grouped, with hyphens (06-1234-5678).</summary>
public static class TelephoneDisplay
{
    private const string Country = "JP";

    /// <returns>The number grouped; what is no telephone number of the country stays as it is.</returns>
    public static string National(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return Parse(number) is { } parsed ? PhoneNumberUtil.GetInstance().Format(parsed, PhoneNumberFormat.NATIONAL) : number;
    }

    public static bool Is(string number) => Parse(number) is not null;

    private static PhoneNumber? Parse(string number)
    {
        if (number.Length is < 10 or > 11 || number[0] != '0' || !number.All(char.IsAsciiDigit))
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
}
