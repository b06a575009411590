using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Domain.Accounts.Staff;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Staff.Acts;

/// <summary>Takes somebody into the staff; the mail with the link to a first password follows (ADMIN-11).</summary>
[Authorize(Policy = Policies.TenantAdministrator)]
[FreshProof]
[Route("staff/new")]
public sealed class StaffInvitationController(StaffReach reach, StaffInvitation invitation, StaffGrants grants, StaffRightsInput input,
    IStringLocalizer<StaffPersonText> text) : Controller
{
    private const string Page = "Invite";

    [HttpGet("")]
    public async Task<IActionResult> New()
    {
        var form = new StaffInvitationForm();
        await input.OfferAsync(form);
        return View(Page, form);
    }

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create(StaffInvitationForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        await input.OfferAsync(form);
        var person = input.Read(form, ModelState);
        if (!ModelState.IsValid)
        {
            return this.FormAgain(Page, form);
        }

        if (StaffAccountRules.DecideInvitation(reach.Actor, person.Rights) == StaffVerdict.Allowed
            && await grants.NeedApprovalAsync(null, person.Rights))
        {
            return await AskAsync(person, form.StoredReason);
        }

        switch (await invitation.InviteAsync(person, form.StoredReason))
        {
            case StaffOutcome.Done:
                TempData.Success(text["Done.Invited", EmailAddress.Readable(person.Email)]);
                return new SeeOtherResult(StaffPaths.Staff);
            case StaffOutcome.Taken:
                ModelState.AddModelError(nameof(form.Email), text["Taken"]);
                return this.FormAgain(Page, form);
            default:
                ModelState.AddModelError("", text["Not.Refused"]);
                return this.FormAgain(Page, form, StatusCodes.Status403Forbidden);
        }
    }

    private async Task<IActionResult> AskAsync(NewStaff person, string reason)
    {
        var grant = new StaffGrant(null, 0, person.Email, person.FamilyName, person.GivenName, person.Rights.Role,
            [.. person.Rights.TenantIds]);
        return this.Asked(await grants.AskAsync(grant, PersonName.Of(person.FamilyName, person.GivenName), reason), text, StaffPaths.Staff);
    }
}
