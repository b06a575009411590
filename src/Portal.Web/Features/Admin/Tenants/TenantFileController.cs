using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Portal.Rules.Tenants;
using Portal.Web.Domain.Tenants;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.Tenants;

/// <summary>A site is made from a profile file, after a page that says what it will be (ADMIN-10, SITE-2).</summary>
[Authorize(Policy = Policies.SystemAdministrator)]
[Route("new-tenant/file")]
[FreshProof]
public sealed class TenantFileController(ProfileUploads uploads, TenantCatalog catalog, ProfileChanges changes,
    IOptions<SiteOptions> site, FormWords words, IStringLocalizer<SitesText> text) : Controller
{
    private const string EnterPage = "NewFile";

    [HttpGet("")]
    public ViewResult New() => View(EnterPage, new TenantFileForm());

    [HttpPost("")]
    [KeepsDraft]
    public Task<IActionResult> Create(TenantFileForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new FormSteps<TenantProfile?>(this, form)
        {
            Enter = EnterPage,
            Check = "NewFileCheck",
            Read = reader => ReadAsync(form, reader),
            Save = profile => SaveAsync(form, profile!),
        }.RunAsync(words.Reader(name => text["Field." + name]));
    }

    private async Task<TenantProfile?> ReadAsync(TenantFileForm form, FormReader reader)
    {
        var profile = await uploads.ReadAsync(form, reader);
        if (profile is not null)
        {
            var tenants = await catalog.ListAsync();
            if (TenantSlug.Fault(profile.Slug, [.. tenants.Select(tenant => tenant.Slug), TenantProfile.StaffSlug]) is { } fault)
            {
                reader.Add(nameof(form.Upload), text["SlugInFile", profile.Slug, text["Slug." + fault].Value]);
            }

            if (profile.Host is { } own && site.Value.IsOwn(own))
            {
                reader.Add(nameof(form.Upload), text["HostOwn"]);
            }

            if (profile.Host is { } host && tenants.Any(tenant => tenant.Profile.Host == host))
            {
                reader.Add(nameof(form.Upload), text["HostTaken"]);
            }
        }

        form.Reason = reader.Read(new ReasonField(), nameof(form.Reason), form.Reason);
        return profile;
    }

    private async Task<IActionResult> SaveAsync(TenantFileForm form, TenantProfile profile)
    {
        switch (await changes.CreateAsync(profile, form.Reason))
        {
            case ProfileOutcome.Done:
                TempData.Success(text["Done.Created", profile.Name]);
                return new SeeOtherResult(StaffPaths.Tenant(profile.Slug));
            case ProfileOutcome.Refused refused:
                foreach (var problem in refused.Problems)
                {
                    ModelState.AddModelError(nameof(form.Upload), uploads.Say(problem));
                }

                break;
            default:
                ModelState.AddModelError(nameof(form.Upload), text["Slug." + SlugFault.Taken]);
                break;
        }

        return this.FormAgain(EnterPage, form);
    }
}
