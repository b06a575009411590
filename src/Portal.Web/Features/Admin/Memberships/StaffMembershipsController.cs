using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Forms;
using Portal.Web.Forms.Fields;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Admin.Memberships;

/// <summary>
/// Lets people of a holder's other contracts work for a contract, and no longer, with a reason (CONT-2, ADMIN-4): as
/// for a new contract that nobody manages yet.
/// </summary>
[Route("contracts/{site}/{id:guid}/memberships")]
[Authorize(Policy = Policies.TenantAdministrator)]
[StaffContractGuard]
public sealed class StaffMembershipsController(StaffReach reach, MembershipService memberships, FormWords words,
    IStringLocalizer<MembershipStaffText> text) : Controller
{
    private static readonly ReasonField Reason = new();

    [HttpGet("new")]
    public IActionResult New([Guarded] ContractTarget target) =>
        IsOffered(target) ? View("Grant", new StaffMembershipForm { Target = target }) : NotFound();

    [HttpPost("new")]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] ContractTarget target, StaffMembershipForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        if (!IsOffered(target))
        {
            return NotFound();
        }

        form.Target = target;
        var reader = words.Reader(field => text[field]);
        var loginId = reader.Read(new LoginIdField(target.Tenant.Profile.Operators!.IdFormat), nameof(form.LoginId), form.LoginId);
        var reason = reader.Read(Reason, nameof(form.Reason), form.Reason);
        ModelState.Report(reader.Problems);
        if (ModelState.IsValid)
        {
            switch (await reach.InsideAsync(target.Tenant, () => memberships.GrantAsync(target.Contract, loginId, form.Role, reason)))
            {
                case MembershipOutcome.Refused { Verdict: var verdict }:
                    ModelState.AddModelError(nameof(form.LoginId), text["Fault." + verdict]);
                    break;
                default:
                    TempData.Success(text["Granted", loginId, target.Contract.Number]);
                    return ToContract(target);
            }
        }

        return this.FormAgain("Grant", form);
    }

    [HttpGet("{user:guid}/remove")]
    public async Task<IActionResult> Remove([Guarded] ContractTarget target, Guid user)
    {
        ArgumentNullException.ThrowIfNull(target);
        return await FindAsync(target, user) is { } found
            ? View("Withdraw", new StaffMembershipForm { Target = target, Of = found })
            : NotFound();
    }

    [HttpPost("{user:guid}/remove")]
    [KeepsDraft]
    public async Task<IActionResult> Withdraw([Guarded] ContractTarget target, Guid user, StaffMembershipForm form)
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(form);
        if (await FindAsync(target, user) is not { } found)
        {
            return NotFound();
        }

        (form.Target, form.Of) = (target, found);
        var reader = words.Reader(field => text[field]);
        var reason = reader.Read(Reason, nameof(form.Reason), form.Reason);
        ModelState.Report(reader.Problems);
        if (!ModelState.IsValid)
        {
            return this.FormAgain("Withdraw", form);
        }

        await reach.InsideAsync(target.Tenant, () => memberships.WithdrawAsync(target.Contract, user, reason));
        TempData.Success(text["Withdrawn", found.User!.UserName!, target.Contract.Number]);
        return ToContract(target);
    }

    private Task<Membership?> FindAsync(ContractTarget target, Guid user) =>
        reach.InsideAsync(target.Tenant, () => memberships.FindAsync(target.Contract.Id, user));

    private static bool IsOffered(ContractTarget target) => DelegatedActs.AreOffered(target.Tenant, DelegatedAct.GrantMembership);

    private static SeeOtherResult ToContract(ContractTarget target) => new(StaffPaths.Contract(target.Tenant.Slug, target.Contract.Id));
}
