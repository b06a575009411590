using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Memberships;
using Portal.Web.Features.Operators.Index;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Operators.Memberships;

/// <param name="Contract">Number and holder of the contract.</param>
/// <param name="IsOffered">Somebody can be let in; otherwise those who are in are listed to be taken out.</param>
public sealed record MembershipList(ListFrame Frame, string? Contract, bool IsOffered);

/// <summary>
/// People of the holder's other contracts who work for this one as well: the list, and letting somebody in (CONT-2).
/// </summary>
[Route("operators/memberships")]
public sealed class MembershipsController(MembershipService memberships, MembershipInput input, MembershipColumns columns,
    ContractNames contracts, CurrentTenant tenant, OperatorWords words, IStringLocalizer<OperatorsText> text) : OperatorController
{
    [HttpGet("")]
    [ContractGuard(DelegatedAct.GrantMembership, Standing = true)]
    public async Task<IActionResult> Index([Guarded] PortalUser who)
    {
        var rows = await memberships.OfContract(who.ContractId!.Value).ToListAsync();
        var isOffered = DelegatedActs.AreOffered(tenant.Value, DelegatedAct.GrantMembership);
        if (!isOffered && rows.Count == 0)
        {
            return NotFound();
        }

        return View("Index", new MembershipList(
            new ListFrame(text["Membership.Title", words.ManyTitle], new ListRows<Membership>(columns.For(who, isOffered), rows))
            {
                None = new ListEmpty(text["Membership.None", words.One], text["Membership.NoneText", words.One]),
            }, await contracts.OfAsync(who), isOffered));
    }

    [HttpGet("new")]
    [ContractGuard(DelegatedAct.GrantMembership)]
    [FreshProof]
    public async Task<ViewResult> New([Guarded] PortalUser who) => View("New", await input.FillAsync(new MembershipForm(), who));

    [HttpPost("new")]
    [ContractGuard(DelegatedAct.GrantMembership)]
    [FreshProof]
    [KeepsDraft]
    public async Task<IActionResult> Create([Guarded] PortalUser who, MembershipForm form)
    {
        await input.FillAsync(form, who);
        return await new FormSteps<string>(this, form)
        {
            Enter = "New",
            Read = reader => Task.FromResult(input.Read(form, reader)),
            Save = loginId => SaveAsync(form, who, loginId),
        }.RunAsync(input.Reader());
    }

    private async Task<IActionResult> SaveAsync(MembershipForm form, PortalUser who, string loginId)
    {
        switch (await memberships.GrantAsync(who, loginId, form.Role, form.Chosen))
        {
            case MembershipOutcome.Refused { Verdict: var verdict } when input.WhyNot(verdict) is { } why:
                ModelState.AddModelError(nameof(form.LoginId), why);
                return Again("New", form);
            case MembershipOutcome.Done { Of: var granted }:
                TempData.Success(text["Membership.Granted", granted.User!.DisplayName]);
                return new SeeOtherResult(OperatorPaths.Memberships);
            default:
                return StatusCode(StatusCodes.Status403Forbidden);
        }
    }
}
