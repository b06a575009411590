using System.Globalization;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Languages;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Shared.Details;

/// <summary>
/// Which details a tenant keeps of the people of a contract, what it calls them, and what can be chosen for them; the
/// same for their managers and for the staff.
/// </summary>
public sealed class DetailsWords(PortalTenant tenant, IStringLocalizer<DetailsText> text)
{
    /// <summary>
    /// Where nobody looks after others, the profile lists no fields; these are what a person has anyway.
    /// </summary>
    private static readonly string[] Usual = ["name", "kana", "phone", "email"];

    private static readonly string[] LanguageNames = ["日本語", "English"];

    public PortalTenant Tenant => tenant;

    /// <summary>
    /// Login ID and address together sign in, so that a new one is an address on the login ID there is (USER-1).
    /// </summary>
    public bool IsPair => Profile is { } profile && tenant.Door(profile.Door).Second is not null;

    public bool Invites => Profile is { FirstPassword: FirstPassword.Invitation };

    public bool NeedsFamilyName => Profile is not null && !IsPair;

    /// <summary>A person who is invited by name has both of them (CONT-2); an operator ID may be a desk.</summary>
    public bool NeedsGivenName => Invites && !IsPair;

    public IReadOnlyList<Choice> Languages =>
        [.. tenant.Profile.Languages.Select(language => new Choice(language, LanguageName(language)))];

    public static IReadOnlyList<Choice> Zones => TimeZones.All;

    public string SiteLanguage => text["SiteDefault", LanguageName(tenant.Profile.DefaultLanguage)];

    public string SiteZone => text["SiteDefault", tenant.Profile.TimeZone];

    private OperatorsProfile? Profile => tenant.Profile.Operators;

    public bool HasField(string field) => Profile?.Fields.Contains(field) ?? Usual.Contains(field);

    /// <summary>What a field is called: the tenant's own word for it, or the usual one.</summary>
    /// <param name="field">A property of the form, as "FamilyName"; the profile's key begins with a small
    /// letter.</param>
    public string Label(string field)
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        return Own(char.ToLowerInvariant(field[0]) + field[1..]) ?? text[field].Value;
    }

    /// <summary>The tenant's own word for a field or a column, by its key in the profile.</summary>
    public string? Own(string key) => Profile?.Labels?.TryGetValue(key, out var label) == true ? label.ToString() : null;

    public string Language(string? language) => string.IsNullOrEmpty(language) ? SiteLanguage : LanguageName(language);

    public string Zone(string? zone) => string.IsNullOrEmpty(zone) ? SiteZone : zone;

    /// <summary>A day, which has no time zone.</summary>
    public static string Date(DateOnly? day) =>
        day?.ToString(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? "yyyy'/'MM'/'dd" : "d MMM yyyy",
            CultureInfo.CurrentCulture) ?? "";

    /// <summary>In the language itself, so that whoever needs it can read it.</summary>
    private static string LanguageName(string language) => language == "ja" ? LanguageNames[0] : LanguageNames[1];
}
