using Microsoft.Extensions.Localization;
using Portal.Rules.Calendars;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Shared.Details;

/// <summary>The details of a person, as far as the tenant offers them; the same for forms and for files.</summary>
public sealed class DetailsInput(IStringLocalizer<DetailsText> text, TimeProvider clock)
{
    private static readonly KanaField Kana = new();
    private static readonly LineField Place = new(LineField.LongestPlace);

    public DetailsWords Words(PortalTenant tenant) => new(tenant, text);

    /// <param name="current">What is stored; fields that the tenant does not offer stay as they are.</param>
    public AccountDetails Read(DetailsWords words, DetailsForm form, AccountDetails current, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(reader);
        T Read<T>(string offer, Field<T> field, string name, string? typed, T kept) =>
            words.HasField(offer) ? reader.Read(field, name, typed) : kept;
        var family = Name(words.NeedsFamilyName && !form.MayLackFamilyName);
        var given = Name(words.NeedsGivenName && !form.MayLackGivenName);
        return current with
        {
            FamilyName = Read("name", family, nameof(form.FamilyName), form.FamilyName, current.FamilyName),
            GivenName = Read("name", given, nameof(form.GivenName), form.GivenName, current.GivenName),
            FamilyNameKana = Read("kana", Kana, nameof(form.FamilyNameKana), form.FamilyNameKana, current.FamilyNameKana),
            GivenNameKana = Read("kana", Kana, nameof(form.GivenNameKana), form.GivenNameKana, current.GivenNameKana),
            Department = Read("department", Place, nameof(form.Department), form.Department, current.Department),
            Title = Read("title", Place, nameof(form.Title), form.Title, current.Title),
            Phone = Read("phone", new PhoneField(current.Phone), nameof(form.Phone), form.Phone, current.Phone),
            MobilePhone = Read("mobilePhone", new PhoneField(current.MobilePhone), nameof(form.MobilePhone), form.MobilePhone,
                current.MobilePhone),
            Language = Read("language", Language(words.Tenant), nameof(form.Language), form.Language, current.Language),
            TimeZone = Read("timeZone", new ChoiceField(TimeZones.Has), nameof(form.TimeZone), form.TimeZone, current.TimeZone),
            ValidUntil = form.OffersValidity
                ? Read("validUntil", ValidUntil(words.Tenant, current.ValidUntil), nameof(form.ValidUntil), form.ValidUntil,
                    current.ValidUntil)
                : current.ValidUntil,
        };
    }

    /// <returns>The address as it is stored, or null for none.</returns>
    public static string? Email(string? typed, FormReader reader, bool required = false)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.Read(new EmailField(required), "Email", typed);
    }

    private static LineField Name(bool required) => new(LineField.LongestName, required);

    private static ChoiceField Language(PortalTenant tenant) => new(tenant.Profile.Languages.Contains);

    private DateField ValidUntil(PortalTenant tenant, DateOnly? current)
    {
        var today = tenant.Zone.DayOf(clock.GetUtcNow());
        return new(today, current) { Within = DayBounds.Ahead(today) };
    }
}
