using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Operators.Memberships;

/// <summary>One who works for this contract beside its own: what it is here, and ending that (CONT-2).</summary>
[Route("operators/memberships/{id:guid}")]
[FreshProof]
public sealed class MembershipController(MembershipService memberships, MembershipInput input, AuditLog audit,
    IStringLocalizer<OperatorsText> text) : OperatorController
{
    [HttpGet("")]
    [ContractGuard(DelegatedAct.GrantMembership)]
    public Task<IActionResult> Edit(Guid id, [Guarded] PortalUser who) => ShowAsync("Edit", id, who);

    [HttpPost("")]
    [ContractGuard(DelegatedAct.GrantMembership)]
    [KeepsDraft]
    public async Task<IActionResult> Update(Guid id, [Guarded] PortalUser who, MembershipForm form)
    {
        if (await FindAsync(who, id) is not { } found)
        {
            return NotFound();
        }

        await input.FillAsync(form, who, found);
        return await new FormSteps<string>(this, form)
        {
            Enter = "Edit",
            Read = reader => Task.FromResult(input.Read(form, reader)),
            Save = _ => SaveAsync(form, who, found),
        }.RunAsync(input.Reader());
    }

    [HttpGet("remove")]
    [ContractGuard(DelegatedAct.GrantMembership, Standing = true)]
    public Task<IActionResult> Remove(Guid id, [Guarded] PortalUser who) => ShowAsync("Remove", id, who);

    [HttpPost("remove")]
    [ContractGuard(DelegatedAct.GrantMembership, Standing = true)]
    public async Task<IActionResult> Withdraw(Guid id, [Guarded] PortalUser who)
    {
        if (await FindAsync(who, id) is not { } found)
        {
            return NotFound();
        }

        var name = found.User!.DisplayName;
        return await memberships.WithdrawAsync(who, found) is MembershipOutcome.Refused refused
            ? Refuse(refused.Verdict)
            : Done(text["Membership.Withdrawn", name]);
    }

    private async Task<IActionResult> ShowAsync(string view, Guid id, PortalUser who)
    {
        if (await FindAsync(who, id) is not { } found)
        {
            return NotFound();
        }

        return found.UserId == who.Id
            ? Refuse(DelegationVerdict.OneSelf)
            : View(view, await input.FillAsync(MembershipInput.Of(found), who, found));
    }

    private async Task<IActionResult> SaveAsync(MembershipForm form, PortalUser who, Membership found)
    {
        var name = found.User!.DisplayName;
        return await memberships.ChangeAsync(who, found, form.Version, form.Role, form.Chosen) switch
        {
            MembershipOutcome.Conflict => ChangedElsewhere(found.User!, name, input.Compare(form, MembershipInput.Of(found))),
            MembershipOutcome.Refused refused => Refuse(refused.Verdict),
            _ => Done(text["Membership.Saved", name]),
        };
    }

    private IActionResult Refuse(MembershipVerdict verdict) => Refuse(verdict switch
    {
        MembershipVerdict.OneSelf => DelegationVerdict.OneSelf,
        MembershipVerdict.LastManager => DelegationVerdict.LastManager,
        _ => DelegationVerdict.Forbidden,
    });

    private SeeOtherResult Done(string said)
    {
        TempData.Success(said);
        return new SeeOtherResult(OperatorPaths.Memberships);
    }

    private async Task<Membership?> FindAsync(PortalUser who, Guid id)
    {
        if (await memberships.FindAsync(who.ContractId!.Value, id) is { } found)
        {
            return found;
        }

        audit.Record(AuditKinds.ForeignIdRequested, new AuditSubject(null, id.ToString(), who.ContractId));
        return null;
    }
}
