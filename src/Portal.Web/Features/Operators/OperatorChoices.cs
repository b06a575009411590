using Microsoft.Extensions.Localization;
using Portal.Web.Http.Languages;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Operators;

/// <summary>What can be chosen for a user: languages that the site has, and time zones.</summary>
public sealed class OperatorChoices(CurrentTenant tenant, IStringLocalizer<OperatorsText> text)
{
    private static readonly string[] Names = ["日本語", "English"];

    public IReadOnlyList<Choice> Languages =>
        [.. tenant.Value.Profile.Languages.Select(language => new Choice(language, LanguageName(language)))];

    public IReadOnlyList<Choice> Zones => TimeZones.All;

    public string SiteLanguage => text["SiteDefault", LanguageName(tenant.Value.Profile.DefaultLanguage)];

    public string SiteZone => text["SiteDefault", tenant.Value.Profile.TimeZone];

    public string Language(string? language) => string.IsNullOrEmpty(language) ? SiteLanguage : LanguageName(language);

    public string Zone(string? zone) => string.IsNullOrEmpty(zone) ? SiteZone : zone;

    /// <summary>In the language itself, so that whoever needs it can read it.</summary>
    private static string LanguageName(string language) => language == "ja" ? Names[0] : Names[1];
}
