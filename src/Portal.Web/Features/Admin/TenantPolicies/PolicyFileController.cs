using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Tenants;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>
/// A profile as a file: uploaded, looked at with what it does to whom, applied with a reason (ADMIN-3). Administrators
/// of a tenant change with it what the forms of its policies let them.
/// </summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[FreshProof]
[TenantGuard]
[Route("policies/{site}/file")]
public sealed class PolicyFileController(StaffReach reach, ProfileUploads uploads, PolicyComparison comparison,
    ProfileChanges profiles, ProfileEffects effects, WaysBackIn ways, FormWords words, IStringLocalizer<PolicyText> text) : Controller
{
    private const string EnterPage = "File";

    [HttpGet("")]
    public ViewResult Edit([Guarded] PortalTenant tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return View(EnterPage, new PolicyFileForm { Tenant = tenant, Version = tenant.Version });
    }

    [HttpPost("")]
    [KeepsDraft]
    public Task<IActionResult> Update([Guarded] PortalTenant tenant, PolicyFileForm form)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(form);
        form.Tenant = tenant;
        return new FormSteps<PolicyContent>(this, form)
        {
            Enter = EnterPage,
            Check = "FileCheck",
            Read = reader => ReadAsync(form, reader),
            Hinder = async content => await PolicyAnswers.ChangedAsync(reach, tenant, form.Version) is { } newer
                ? PolicyAnswers.Elsewhere(this, Work(form, content), newer, text)
                : null,
            Show = async content =>
            {
                form.NeedsApproval = ProfileWeakening.NeedsApproval(tenant.Profile, content.Profile);
                form.Changes = ProfileComparison.Between(tenant.Profile, content.Profile);
                form.Effects = await reach.InsideAsync(tenant, () => effects.OfAsync(tenant.Profile, content.Profile));
            },
            Save = content => SaveAsync(form, content),
        }.RunAsync(words.Reader(name => text["Field." + name]));
    }

    private async Task<PolicyContent> ReadAsync(PolicyFileForm form, FormReader reader)
    {
        var tenant = form.Tenant;
        if (await uploads.ReadAsync(form, reader) is { } profile)
        {
            foreach (var problem in Problems(tenant, profile))
            {
                reader.Add(nameof(form.Upload), problem);
            }
        }

        form.Reason = reader.Read(new ReasonField(), nameof(form.Reason), form.Reason);
        return new PolicyContent(form.Profile ?? tenant.Profile, form.Reason);
    }

    private IEnumerable<string> Problems(PortalTenant tenant, TenantProfile profile)
    {
        if (profile.Slug != tenant.Slug)
        {
            return [text["File.Other", profile.Slug, tenant.Slug]];
        }

        var changes = ProfileComparison.Between(tenant.Profile, profile);
        return
        [
            .. PolicyReach.For(reach.Actor, PolicyReach.BeyondFile(changes))
                .Select(path => text[PolicyReach.IsLook(path) ? "File.BeyondLook" : "File.Beyond", path].Value),
            .. PolicyReach.Unfit(changes).Select(path => text["File.Unfit", text["Field." + path].Value, path].Value),
            .. ways.AreUnsigned(tenant, profile) ? [text["PhoneUnsigned"].Value] : Array.Empty<string>(),
        ];
    }

    private async Task<IActionResult> SaveAsync(PolicyFileForm form, PolicyContent content)
    {
        var tenant = form.Tenant;

        // Whoever decides about it must be able to do the same with a file of their own.
        var draft = ProfileDraft.On(tenant, form.Version, content.Profile) with
        {
            IsOfSystem = PolicyReach.BeyondFile(ProfileComparison.Between(tenant.Profile, content.Profile)).Count > 0,
        };
        var outcome = await reach.InsideAsync(tenant, () => profiles.ApplyAsync(draft, content.Reason));
        if (PolicyAnswers.Of(this, Work(form, content), outcome, text) is { } answer)
        {
            return answer;
        }

        foreach (var problem in outcome is ProfileOutcome.Refused refused ? refused.Problems : [])
        {
            ModelState.AddModelError(nameof(form.Upload), uploads.Say(problem));
        }

        return this.FormAgain(EnterPage, form);
    }

    private PolicyWork Work(PolicyFileForm form, PolicyContent content) => new(form.Tenant, text["File"],
        StaffPaths.Policy(form.Tenant.Slug), number => text["Done.Applied", number])
    {
        Compare = row => comparison.Of(content, row),
        Kept = [new(nameof(form.Content), form.Content)],
    };
}
