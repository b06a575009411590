using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Portal.Rules.Tenants;
using Portal.Web.Domain.Tenants;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Brands;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>Turns the form into a profile, with whatever it does not show taken from another.</summary>
public sealed class TenantInput(TenantCatalog catalog, IOptions<SiteOptions> site, FormWords words, IStringLocalizer<SitesText> text)
{
    private static readonly LineField Name = new(LineField.LongestName, Required: true);
    private static readonly LineField NameInEnglish = new(LineField.LongestName);
    private static readonly LineField Purpose = new(ProfileCheck.LongestPurpose, Required: true);
    private static readonly LineField PurposeInEnglish = new(ProfileCheck.LongestPurpose);

    public FormReader Reader() => words.Reader(field => text["Field." + field]);

    /// <summary>What the fields let choose from.</summary>
    public async Task OfferAsync(TenantForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        form.Templates = [.. TenantChoices.Of(await catalog.ListAsync())];
        form.Marks = [.. BrandMarks.Names.Select(name => new Choice(name, text["Mark." + name]))];
        form.Tones = [.. ProfileWords.Tones.Select(name => new Choice(name, text["Tone." + name]))];
    }

    /// <summary>A new site by what another one is like.</summary>
    public async Task<TenantProfile?> CopyAsync(TenantForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        var tenants = await catalog.ListAsync();
        var slug = (form.Slug ?? "").Trim();
        if (TenantSlug.Fault(slug, [.. tenants.Select(tenant => tenant.Slug), TenantProfile.StaffSlug]) is { } fault)
        {
            reader.Add(nameof(form.Slug), text["Slug." + fault]);
        }

        var host = reader.Read(new LineField(253), nameof(form.Host), form.Host).ToLowerInvariant();
        if (host.Length > 0 && Uri.CheckHostName(host) != UriHostNameType.Dns)
        {
            reader.Add(nameof(form.Host), text["HostUnfit"]);
        }
        else if (host.Length > 0 && site.Value.IsOwn(host))
        {
            reader.Add(nameof(form.Host), text["HostOwn"]);
        }
        else if (host.Length > 0 && tenants.Any(tenant => tenant.Profile.Host == host))
        {
            reader.Add(nameof(form.Host), text["HostTaken"]);
        }

        if (tenants.FirstOrDefault(tenant => tenant.Slug == form.From) is not { } template)
        {
            reader.Add(nameof(form.From), new FieldFault.NotOffered());
            Read(form, tenants[0].Profile, reader);
            return null;
        }

        return Read(form, ProfileCopies.Of(template.Profile, slug, host.Length == 0 ? null : host), reader);
    }

    public TenantProfile Read(TenantForm form, TenantProfile former, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(former);
        ArgumentNullException.ThrowIfNull(reader);
        var color = (form.Color ?? "").Trim();
        if (color.Length > 0 && !BrandColor.IsUsable(color))
        {
            reader.Add(nameof(form.Color), text["ColorUnfit"]);
        }

        return former with
        {
            Name = new LocalText(reader.Read(Name, nameof(form.NameJa), form.NameJa),
                English(reader.Read(NameInEnglish, nameof(form.NameEn), form.NameEn))),
            Purpose = new LocalText(reader.Read(Purpose, nameof(form.PurposeJa), form.PurposeJa),
                English(reader.Read(PurposeInEnglish, nameof(form.PurposeEn), form.PurposeEn))),
            Mail = former.Mail with
            {
                SenderName = new LocalText(reader.Read(Name, nameof(form.SenderJa), form.SenderJa),
                    English(reader.Read(NameInEnglish, nameof(form.SenderEn), form.SenderEn))),
                SenderAddress = reader.Read(new EmailField(Required: true), nameof(form.SenderAddress), form.SenderAddress) ?? "",
            },
            Brand = new BrandProfile(color.Length == 0 ? null : color,
                reader.Read(new ChoiceField(BrandMarks.Names.Contains), nameof(form.Mark), form.Mark) ?? BrandMarks.Usual,
                reader.Read(new ChoiceField(ProfileWords.Tones.Contains), nameof(form.Tone), form.Tone) ?? BrandProfile.Standard),
        };
    }

    public static string ReadReason(TenantForm form, FormReader reader)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(reader);
        return reader.Read(new ReasonField(), nameof(form.Reason), form.Reason);
    }

    private static string? English(string text) => text.Length == 0 ? null : text;
}

/// <summary>What makes no sense as a whole is said above the form, with its path in the file (SITE-2).</summary>
internal static class RefusedProfiles
{
    public static void Report(this ModelStateDictionary state, ProfileOutcome.Refused refused, IStringLocalizer<SitesText> text)
    {
        foreach (var problem in refused.Problems)
        {
            state.AddModelError("", text["Unfit", problem.Path, problem.In(CultureInfo.CurrentUICulture)]);
        }
    }
}
