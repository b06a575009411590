using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Tenants;
using Portal.Web.Forms;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <summary>
/// A group of policies changed: typed, looked at with what it does to whom, applied with a reason (ADMIN-3).
/// </summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[FreshProof]
[TenantGuard]
public sealed class PolicyFormController(StaffReach reach, PolicyInput input, PolicyComparison comparison, ProfileChanges profiles,
    ProfileEffects effects, IStringLocalizer<PolicyText> text) : Controller
{
    private const string EnterPage = "Edit";

    [HttpGet("policies/{site}/{group}")]
    public IActionResult Edit([Guarded] PortalTenant tenant, string group)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        if (!PolicyFields.GroupsOf(tenant.Profile).Contains(group))
        {
            return NotFound();
        }

        var form = new PolicyForm { Tenant = tenant, Group = group, Version = tenant.Version };
        PolicyInput.Prefill(form);
        return View(EnterPage, form);
    }

    [HttpPost("policies/{site}/{group}")]
    [KeepsDraft]
    public async Task<IActionResult> Update([Guarded] PortalTenant tenant, [FromRoute] string group, PolicyForm form)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(form);
        if (!PolicyFields.GroupsOf(tenant.Profile).Contains(group))
        {
            return NotFound();
        }

        (form.Tenant, form.Group) = (tenant, group);
        foreach (var field in form.Fields)
        {
            form.Values.TryAdd(field.Key, null);
        }

        TargetLines.Complete(form);

        return await new FormSteps<PolicyContent>(this, form)
        {
            Enter = EnterPage,
            Check = "Check",
            Read = reader => Task.FromResult(input.Read(form, reader)),
            Hinder = async content => await PolicyAnswers.ChangedAsync(reach, tenant, form.Version) is { } newer
                ? PolicyAnswers.Elsewhere(this, Work(form, content), newer, text)
                : null,
            Show = async content =>
            {
                form.Reason = content.Reason;
                form.NeedsApproval = ProfileWeakening.NeedsApproval(tenant.Profile, content.Profile);
                form.Changes = ProfileComparison.Between(tenant.Profile, content.Profile);
                form.Effects = await reach.InsideAsync(tenant, () => effects.OfAsync(tenant.Profile, content.Profile));
            },
            Save = content => SaveAsync(form, content),
        }.RunAsync(input.Reader(form));
    }

    private async Task<IActionResult> SaveAsync(PolicyForm form, PolicyContent content)
    {
        var tenant = form.Tenant;
        var draft = ProfileDraft.On(tenant, form.Version, content.Profile);
        var outcome = await reach.InsideAsync(tenant, () => profiles.ApplyAsync(draft, content.Reason));
        if (PolicyAnswers.Of(this, Work(form, content), outcome, text) is { } answer)
        {
            return answer;
        }

        ModelState.AddModelError(form.Fields[0].Name, text["Problem", form.Group]);
        return this.FormAgain(EnterPage, form);
    }

    private PolicyWork Work(PolicyForm form, PolicyContent content) => new(form.Tenant, text["Group." + form.Group],
        StaffPaths.Policy(form.Tenant.Slug), number => text["Done.Applied", number])
    {
        Compare = row => comparison.Of(form, content, row),
    };
}
