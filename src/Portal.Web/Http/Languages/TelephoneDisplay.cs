using Portal.Web.Domain.Telephony;

namespace Portal.Web.Http.Languages;

/// <summary>Telephone numbers as people of the country read them: grouped, with hyphens (06-1234-5678).</summary>
public static class TelephoneDisplay
{
    /// <returns>The number grouped; what is no telephone number of the country stays as it is.</returns>
    public static string National(string number) => E164.Shown(number);

    public static bool Is(string number) => E164.Read(number) is not null;
}
