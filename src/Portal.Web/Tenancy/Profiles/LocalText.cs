using System.Globalization;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>A text in the languages of the portal; Japanese is always there.</summary>
public sealed record LocalText(string Ja, string? En = null)
{
    public string In(string language) => language == "en" && En is { Length: > 0 } ? En : Ja;

    public override string ToString() => In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
}
