using Portal.Rules.Contracts;
using Portal.Web.Domain.Contracts;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Contracts;

/// <summary>What forms ask of a holder; a form has fields of these names.</summary>
public interface IHolderForm
{
    string? HolderName { get; set; }

    string? HolderKana { get; set; }

    string? HolderAddress { get; set; }

    string? Language { get; set; }
}

/// <summary>Reads a holder, the same for a new contract and for a change.</summary>
public static class HolderInput
{
    private static readonly string[] LanguageNames = ["日本語", "English"];
    private static readonly KanaField Kana = new(ContractLimits.Name);
    private static readonly NoteField Address = new(ContractLimits.Address);

    /// <param name="nameless">What is told where there is no name, if that is not all that would do.</param>
    public static HolderDetails Read(IHolderForm form, PortalTenant tenant, FormReader reader, string? nameless = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(reader);
        return new HolderDetails(
            Name(form, reader, nameless),
            reader.Read(Kana, nameof(form.HolderKana), form.HolderKana),
            reader.Read(Address, nameof(form.HolderAddress), form.HolderAddress),
            reader.Read(new ChoiceField(tenant.Profile.Languages.Contains), nameof(form.Language), form.Language));
    }

    private static string Name(IHolderForm form, FormReader reader, string? nameless)
    {
        var name = reader.Read(new LineField(ContractLimits.Name, Required: nameless is null), nameof(form.HolderName), form.HolderName);
        if (nameless is not null && name.Length == 0 && !reader.HasProblem(nameof(form.HolderName)))
        {
            reader.Add(nameof(form.HolderName), nameless);
        }

        return name;
    }

    public static void Show(IHolderForm form, HolderDetails details)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(details);
        (form.HolderName, form.HolderKana) = (details.Name, details.NameKana);
        (form.HolderAddress, form.Language) = (details.Address, details.Language);
    }

    /// <summary>Languages that the tenant's portal has, each in itself.</summary>
    public static IReadOnlyList<Choice> Languages(PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return [.. tenant.Profile.Languages.Select(language => new Choice(language, LanguageOf(tenant, language)))];
    }

    /// <param name="language">Null for the portal's own.</param>
    public static string LanguageOf(PortalTenant tenant, string? language)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return (language ?? tenant.Profile.DefaultLanguage) == "ja" ? LanguageNames[0] : LanguageNames[1];
    }
}
