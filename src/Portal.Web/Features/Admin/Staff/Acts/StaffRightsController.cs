using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Staff;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Staff.Acts;

/// <summary>Gives a member of the staff another role or other tenants (ADMIN-11).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[FreshProof]
[Route("staff/{id:guid}/rights")]
[StaffPersonGuard]
public sealed class StaffRightsController(StaffReach reach, StaffRightsChange rights, StaffGrants grants,
    StaffRightsInput input, IStringLocalizer<StaffPersonText> text) : Controller
{
    private const string Page = "Rights";

    [HttpGet("")]
    public async Task<IActionResult> Edit([Guarded] StaffPersonTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!MayChange(target))
        {
            return Forbid();
        }

        var form = new StaffRightsForm();
        await input.OfferAsync(form, target);
        form.Show(target);
        return View(Page, form);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Update([Guarded] StaffPersonTarget target, StaffRightsForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        if (!MayChange(target))
        {
            return Forbid();
        }

        await input.OfferAsync(form, target);
        var wanted = input.Read(form, ModelState);
        if (!ModelState.IsValid)
        {
            return this.FormAgain(Page, form);
        }

        return StaffAccountRules.DecideRights(reach.Actor, target.Subject, wanted) == StaffVerdict.Allowed
            && await grants.NeedApprovalAsync(target.Rights, wanted)
            ? await AskAsync(target, form, wanted)
            : Answer(target, form, await rights.ChangeAsync(target.User.Id, form.Version, wanted, form.StoredReason));
    }

    private async Task<IActionResult> AskAsync(StaffPersonTarget target, StaffRightsForm form, StaffRights wanted)
    {
        var user = target.User;
        var grant = new StaffGrant(user.Id, form.Version, user.UserName!, user.FamilyName, user.GivenName, wanted.Role,
            [.. wanted.TenantIds]);
        return this.Asked(await grants.AskAsync(grant, user.DisplayName, form.StoredReason), text, target.Path);
    }

    private IActionResult Answer(StaffPersonTarget target, StaffRightsForm form, StaffOutcome outcome)
    {
        switch (outcome)
        {
            case StaffOutcome.Done:
                TempData.Success(text["Done.Rights", target.User.DisplayName]);
                return new SeeOtherResult(target.Path);
            case StaffOutcome.Unchanged:
                TempData.Warning(text["Not.Unchanged", target.User.DisplayName]);
                return new SeeOtherResult(target.Path);
            case StaffOutcome.Refused:
                ModelState.AddModelError("", text["Not.Refused"]);
                return this.FormAgain(Page, form, StatusCodes.Status403Forbidden);
            case StaffOutcome.Conflict:
                ModelState.AddModelError("", text["Not.Conflict"]);
                return this.FormAgain(Page, form, StatusCodes.Status409Conflict);
            default:
                ModelState.AddModelError(nameof(form.Role), text["Not.LastAdministrator"]);
                return this.FormAgain(Page, form);
        }
    }

    /// <summary>As far as nothing is known of what is to be granted; the act asks again.</summary>
    private bool MayChange(StaffPersonTarget target) =>
        StaffAccountRules.DecideRights(reach.Actor, target.Subject, target.Rights) == StaffVerdict.Allowed;
}
