using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Tenants;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Admin.TenantPolicies;

/// <param name="Versions">Newest first.</param>
public sealed record PolicyVersionsPage(PortalTenant Tenant, IReadOnlyList<ProfileVersion> Versions);

/// <param name="Against">The number it is compared with.</param>
/// <param name="Others">What else it can be compared with.</param>
/// <param name="IsNewest">It is in force; there is nothing to put back.</param>
/// <param name="Beyond">What of it the reader may not bring back.</param>
public sealed record PolicyVersionPage(PortalTenant Tenant, ProfileVersion Version, int Against, IReadOnlyList<int> Others,
    IReadOnlyList<ProfileChange> Changes, bool IsNewest, IReadOnlyList<string> Beyond);

/// <summary>A former version that is to come back.</summary>
public sealed class PolicyRevertForm : SteppedForm
{
    [InDraft]
    public string? Reason { get; set; }

    [BindNever]
    public PortalTenant Tenant { get; set; } = null!;

    [BindNever]
    public int Number { get; set; }

    [BindNever]
    public IReadOnlyList<ProfileChange> Changes { get; set; } = [];

    [BindNever]
    public IReadOnlyList<ProfileEffect> Effects { get; set; } = [];

    [BindNever]
    public bool NeedsApproval { get; set; }
}

/// <summary>What a tenant's profile said before, who changed it and why, and the way back (ADMIN-3).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[Route("policies/{site}/versions")]
[TenantGuard]
public sealed class PolicyVersionsController(StaffReach reach, PortalDbContext db, PolicyComparison comparison,
    ProfileChanges profiles, ProfileEffects effects, FormWords words, IStringLocalizer<PolicyText> text) : Controller
{
    private const int Shown = 200;

    [HttpGet("")]
    public async Task<IActionResult> Index([Guarded] PortalTenant tenant) => View("Versions", new PolicyVersionsPage(tenant,
        await reach.InsideAsync(tenant, () => db.ProfileVersions.AsNoTracking().OrderByDescending(row => row.Number).Take(Shown)
            .ToListAsync())));

    [HttpGet("{number:int}")]
    public async Task<IActionResult> Show([Guarded] PortalTenant tenant, int number, int? against)
    {
        ModelState.Clear();
        var numbers = await reach.InsideAsync(tenant, () => db.ProfileVersions.OrderByDescending(row => row.Number)
            .Select(row => row.Number).Take(Shown).ToListAsync());
        var other = against ?? Math.Max(1, number - 1);
        if (await FindAsync(tenant, number) is not { } version || await FindAsync(tenant, other) is not { } compared)
        {
            return NotFound();
        }

        return View("Version", new PolicyVersionPage(tenant, version, other, [.. numbers.Where(each => each != number)],
            ProfileComparison.Between(Read(compared), Read(version)), numbers[0] == number, OutOfReach(tenant, version)));
    }

    [HttpGet("{number:int}/revert")]
    [FreshProof]
    public async Task<IActionResult> Revert([Guarded] PortalTenant tenant, int number)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return await FindAsync(tenant, number) is not { } version ? NotFound()
            : OutOfReach(tenant, version).Count > 0 ? Forbid()
            : View("Revert", await FillAsync(new PolicyRevertForm { Version = tenant.Version }, tenant, version));
    }

    [HttpPost("{number:int}/revert")]
    [FreshProof]
    [KeepsDraft]
    public async Task<IActionResult> Revert([Guarded] PortalTenant tenant, [FromRoute] int number, PolicyRevertForm form)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(form);
        if (await FindAsync(tenant, number) is not { } version)
        {
            return NotFound();
        }

        if (OutOfReach(tenant, version).Count > 0)
        {
            return Forbid();
        }

        // From the page that compares: the one with what it does comes first.
        if (form is { Step: not null, Pressed: not FormStep.Save })
        {
            return View("Revert", await FillAsync(form, tenant, version));
        }

        var reader = words.Reader(name => text["Field." + name]);
        var reason = reader.Read(new ReasonField(), nameof(form.Reason), form.Reason);
        ModelState.Report(reader.Problems);
        if (!ModelState.IsValid)
        {
            return this.FormAgain("Revert", await FillAsync(form, tenant, version));
        }

        // What may come back was asked of the profile this node knows; the act looks whether it is in force still.
        var content = new PolicyContent(Read(version), reason);
        var draft = ProfileDraft.On(tenant, form.Version, content.Profile) with
        {
            RevertOf = number,
            IsOfSystem = Beyond(tenant, version).Count > 0,
        };
        var work = new PolicyWork(tenant, text["VersionOf", number], StaffPaths.PolicyVersions(tenant.Slug),
            done => text["Done.Reverted", number, done])
        {
            Compare = row => comparison.Of(content, row),
        };
        var outcome = await reach.InsideAsync(tenant, () => profiles.ApplyAsync(draft, reason));
        if (PolicyAnswers.Of(this, work, outcome, text) is { } answer)
        {
            return answer;
        }

        ModelState.AddModelError(nameof(form.Reason), text["Problem", text["VersionOf", number]]);
        return this.FormAgain("Revert", await FillAsync(form, tenant, version));
    }

    private static IReadOnlyList<string> Beyond(PortalTenant tenant, ProfileVersion version) =>
        PolicyReach.BeyondRevert(ProfileComparison.Between(tenant.Profile, Read(version)));

    private IReadOnlyList<string> OutOfReach(PortalTenant tenant, ProfileVersion version) =>
        PolicyReach.For(reach.Actor, Beyond(tenant, version));

    private async Task<PolicyRevertForm> FillAsync(PolicyRevertForm form, PortalTenant tenant, ProfileVersion version)
    {
        var profile = Read(version);
        (form.Tenant, form.Number) = (tenant, version.Number);
        form.NeedsApproval = ProfileWeakening.NeedsApproval(tenant.Profile, profile);
        form.Changes = ProfileComparison.Between(tenant.Profile, profile);
        form.Effects = await reach.InsideAsync(tenant, () => effects.OfAsync(tenant.Profile, profile));
        return form;
    }

    private Task<ProfileVersion?> FindAsync(PortalTenant tenant, int number) => reach.InsideAsync(tenant,
        () => db.ProfileVersions.AsNoTracking().SingleOrDefaultAsync(row => row.Number == number));

    // It was checked when it was written; a later release may find fault with it, which the act then says.
    private static TenantProfile Read(ProfileVersion version) => ProfileJson.Understand(version.Profile);
}
