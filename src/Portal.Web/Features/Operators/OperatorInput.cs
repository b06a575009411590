using Portal.Rules.Calendars;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.Languages;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Features.Operators;

/// <summary>The fields of an ID, as far as the tenant offers them; the same for forms and for files.</summary>
public sealed class OperatorInput(FormWords formWords, OperatorWords words, CurrentTenant tenant, TenantClock clock)
{
    private const string LoginIdName = "LoginId";
    private static readonly KanaField Kana = new();
    private static readonly LineField Place = new(LineField.LongestPlace);

    public FormReader Reader() => formWords.Reader(name => name == LoginIdName ? words.Id : words.Label(name));

    /// <param name="current">What is stored; fields that the tenant does not offer stay as they are.</param>
    public AccountDetails Details(DetailsForm form, AccountDetails current, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(reader);
        T Read<T>(string offer, Field<T> field, string name, string? typed, T kept) =>
            words.HasField(offer) ? reader.Read(field, name, typed) : kept;
        return current with
        {
            FamilyName = Read("name", Name(required: !words.IsPair), nameof(form.FamilyName), form.FamilyName, current.FamilyName),
            GivenName = Read("name", Name(words.NeedsGivenName), nameof(form.GivenName), form.GivenName, current.GivenName),
            FamilyNameKana = Read("kana", Kana, nameof(form.FamilyNameKana), form.FamilyNameKana, current.FamilyNameKana),
            GivenNameKana = Read("kana", Kana, nameof(form.GivenNameKana), form.GivenNameKana, current.GivenNameKana),
            Department = Read("department", Place, nameof(form.Department), form.Department, current.Department),
            Title = Read("title", Place, nameof(form.Title), form.Title, current.Title),
            Phone = Read("phone", new PhoneField(current.Phone), nameof(form.Phone), form.Phone, current.Phone),
            MobilePhone = Read("mobilePhone", new PhoneField(current.MobilePhone), nameof(form.MobilePhone), form.MobilePhone,
                current.MobilePhone),
            Language = Read("language", Language(), nameof(form.Language), form.Language, current.Language),
            TimeZone = Read("timeZone", new ChoiceField(TimeZones.Has), nameof(form.TimeZone), form.TimeZone, current.TimeZone),
            ValidUntil = form.OffersValidity
                ? Read("validUntil", ValidUntil(current.ValidUntil), nameof(form.ValidUntil), form.ValidUntil, current.ValidUntil)
                : current.ValidUntil,
        };
    }

    public string LoginId(string? typed, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.Read(new LoginIdField(words.Profile.IdFormat), LoginIdName, typed);
    }

    /// <returns>The address as it is stored, or null for none.</returns>
    public static string? Email(string? typed, FormReader reader, bool required = false)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.Read(new EmailField(required), "Email", typed);
    }

    private static LineField Name(bool required) => new(LineField.LongestName, required);

    private ChoiceField Language() => new(tenant.Value.Profile.Languages.Contains);

    private DateField ValidUntil(DateOnly? current) => new(clock.Today, current) { Within = DayBounds.Ahead(clock.Today) };
}
