using Microsoft.Extensions.Localization;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>Turns the form of contact lines and languages into a profile.</summary>
public sealed class ContactInput(FormWords words, IStringLocalizer<SitesText> text)
{
    internal const string LabelJa = "labelJa";
    internal const string LabelEn = "labelEn";
    internal const string ValueJa = "valueJa";
    internal const string ValueEn = "valueEn";

    internal static readonly string[] Parts = [LabelJa, LabelEn, ValueJa, ValueEn];
    internal static readonly string[] Offered = ["ja", "en"];

    private static readonly LineField Line = new(200);
    private static readonly LineField Needed = new(200, Required: true);

    public FormReader Reader() => words.Reader(name =>
        name.Split('[', ']') is [_, var key, _] ? text["Field." + key.TrimEnd("0123456789".ToCharArray())] : text["Field." + name]);

    public TenantProfile Read(ContactForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var profile = form.Tenant.Profile;
        var lines = Enumerable.Range(0, form.Rows).Where(row => IsTyped(form, row)).Select(row => ReadLine(form, row, reader)).ToList();
        var languages = Offered.Intersect(form.Languages ?? []).ToList();
        if (languages.Count == 0 || form.Languages!.Except(Offered).Any())
        {
            reader.Add(nameof(form.Languages), new FieldFault.Missing());
        }

        var usual = reader.Read(new ChoiceField(Offered.Contains), nameof(form.DefaultLanguage), form.DefaultLanguage) ?? "";
        if (languages.Count > 0 && !languages.Contains(usual) && !reader.HasProblem(nameof(form.DefaultLanguage)))
        {
            reader.Add(nameof(form.DefaultLanguage), text["DefaultNotOffered"]);
        }

        // The same ones in another order are no change.
        return profile with
        {
            Contact = lines,
            Languages = profile.Languages.ToHashSet().SetEquals(languages) ? profile.Languages : languages,
            DefaultLanguage = usual,
        };
    }

    private static bool IsTyped(ContactForm form, int row) =>
        Parts.Any(part => !string.IsNullOrWhiteSpace(form.Values.GetValueOrDefault(part + row)));

    private static ContactLine ReadLine(ContactForm form, int row, FormReader reader) =>
        new(Text(form, LabelJa, LabelEn, row, reader), Text(form, ValueJa, ValueEn, row, reader));

    private static LocalText Text(ContactForm form, string japanese, string english, int row, FormReader reader)
    {
        var inEnglish = Part(form, english, row, reader, Line);
        return new LocalText(Part(form, japanese, row, reader, Needed), inEnglish.Length == 0 ? null : inEnglish);
    }

    private static string Part(ContactForm form, string part, int row, FormReader reader, LineField field) =>
        reader.Read(field, $"Values[{part}{row}]", form.Values.GetValueOrDefault(part + row));
}
