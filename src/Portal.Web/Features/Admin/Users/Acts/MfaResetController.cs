using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Approvals;
using Portal.Web.Forms;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Users.Acts;

/// <summary>
/// Takes a lost second factor away (MFA-7), after a fresh proof (MFA-6), or asks a second person where the tenant wants
/// one (ADMIN-11).
/// </summary>
[Route("users/{site}/{id:guid}/mfa-reset")]
[UserGuard(DelegatedAct.RemoveFactor)]
[FreshProof]
public sealed class MfaResetController(StaffReach reach, StaffFactorReset factors, FactorReset reset, ApprovalAsking approvals,
    IStringLocalizer<AdminText> text) : UserActController(text)
{
    [HttpGet("")]
    public async Task<IActionResult> New([Guarded] UserTarget target) =>
        await HasAnyAsync(target) ? Confirm(target) : NotDone(target, "NoFactors");

    [HttpPost("")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] UserTarget target, [FromForm] ReasonForm form)
    {
        if (!ModelState.IsValid)
        {
            return Again(target, form);
        }

        if (ManagerFactorApproval.Concerns(target))
        {
            if (!await HasAnyAsync(target))
            {
                return NotDone(target, "NoFactors");
            }

            return await reach.InsideAsync(target.Tenant, () => approvals.AskAsync(ManagerFactorApproval.Ask(target, form.StoredReason)))
                == AskOutcome.Asked ? Done(target, "Approval.Asked") : NotDone(target, "Approval.Waits");
        }

        return await reach.InsideAsync(target.Tenant, () => factors.RunAsync(target.User.Id, form.StoredReason))
            ? Done(target, "FactorsRemoved")
            : NotDone(target, "NoFactors");
    }

    /// <summary>Nobody is asked about nothing, and no second person either.</summary>
    private Task<bool> HasAnyAsync(UserTarget target) => reach.InsideAsync(target.Tenant, () => reset.HasAnyAsync(target.User.Id));
}
