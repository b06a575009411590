using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Forms;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>Where a site's users get help, and the languages it speaks.</summary>
public sealed class ContactForm
{
    private const int Fewest = 4;
    private const int Spare = 2;

    /// <summary>Parts of the lines, by their names and numbers: "labelJa0".</summary>
    [InDraft]
    public Dictionary<string, string?> Values { get; set; } = [];

    [InDraft]
    public IReadOnlyList<string>? Languages { get; set; }

    [InDraft]
    public string? DefaultLanguage { get; set; }

    [InDraft]
    public string? Reason { get; set; }

    /// <summary>Of the tenant's row, as the page showed it.</summary>
    [InDraft]
    public int Version { get; set; }

    [BindNever]
    public PortalTenant Tenant { get; set; } = null!;

    /// <summary>How many lines there is room for.</summary>
    public int Rows => Math.Max(Fewest, Tenant.Profile.Contact.Count + Spare);

    /// <summary>What was not sent is empty: a page asks for each part by its name.</summary>
    public void Complete()
    {
        for (var row = 0; row < Rows; row++)
        {
            foreach (var part in ContactInput.Parts)
            {
                Values.TryAdd(part + row, null);
            }
        }
    }

    public void Show(TenantProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        (Languages, DefaultLanguage) = (profile.Languages, profile.DefaultLanguage);
        for (var i = 0; i < profile.Contact.Count; i++)
        {
            var (label, value) = (profile.Contact[i].Label, profile.Contact[i].Value);
            (Values[ContactInput.LabelJa + i], Values[ContactInput.LabelEn + i]) = (label.Ja, label.En);
            (Values[ContactInput.ValueJa + i], Values[ContactInput.ValueEn + i]) = (value.Ja, value.En);
        }
    }
}
