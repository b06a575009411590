using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Forms;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>What a site is called and looks like; for a new one also whose settings it takes and where it is.</summary>
public sealed class TenantForm
{
    [InDraft]
    public string? From { get; set; }

    [InDraft]
    public string? Slug { get; set; }

    [InDraft]
    public string? Host { get; set; }

    [InDraft]
    public string? NameJa { get; set; }

    [InDraft]
    public string? NameEn { get; set; }

    [InDraft]
    public string? PurposeJa { get; set; }

    [InDraft]
    public string? PurposeEn { get; set; }

    [InDraft]
    public string? SenderJa { get; set; }

    [InDraft]
    public string? SenderEn { get; set; }

    [InDraft]
    public string? SenderAddress { get; set; }

    [InDraft]
    public string? Color { get; set; }

    [InDraft]
    public string? Mark { get; set; }

    [InDraft]
    public string? Tone { get; set; }

    [InDraft]
    public string? Reason { get; set; }

    /// <summary>Of the tenant's row, as the page showed it.</summary>
    [InDraft]
    public int Version { get; set; }

    /// <summary>"show" looks at the colour and saves nothing.</summary>
    public string? Step { get; set; }

    /// <summary>What is changed; null for a new one.</summary>
    [BindNever]
    public PortalTenant? Tenant { get; set; }

    [BindNever]
    public IReadOnlyList<Choice> Templates { get; set; } = [];

    [BindNever]
    public IReadOnlyList<Choice> Marks { get; set; } = [];

    [BindNever]
    public IReadOnlyList<Choice> Tones { get; set; } = [];

    /// <summary>The look of a profile, to begin with.</summary>
    public void ShowBrand(BrandProfile brand)
    {
        ArgumentNullException.ThrowIfNull(brand);
        (Color, Mark, Tone) = (brand.PrimaryColor, brand.Mark, brand.Tone);
    }

    public void Show(TenantProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ShowBrand(profile.Brand);
        (NameJa, NameEn) = (profile.Name.Ja, profile.Name.En);
        (PurposeJa, PurposeEn) = (profile.Purpose.Ja, profile.Purpose.En);
        (SenderJa, SenderEn, SenderAddress) = (profile.Mail.SenderName.Ja, profile.Mail.SenderName.En, profile.Mail.SenderAddress);
    }
}
