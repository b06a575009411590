using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Operators.Index;

/// <summary>The list of the contract's IDs, and one of them.</summary>
[Route("operators")]
public sealed class OperatorsController(Delegates delegates, OperatorQuery operators, RegistrationService registration,
    FactorRequirement factors, ContractNames contracts, CurrentSession session, CurrentTenant tenant, OperatorWords words)
        : OperatorController
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        // Who manages nobody has one page here: its own.
        if (session.Role == AccountRole.Member && !words.Profile.EveryUser)
        {
            return new SeeOtherResult($"~/operators/{session.UserId}");
        }

        if (await delegates.AskForContractAsync(DelegatedAct.See) is not { } who)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var filter = OperatorFilter.Read(Request.Query);
        var rows = await operators.PageAsync(who, filter);
        return filter.Page > rows.Pages
            ? Redirect(Request.PathBase + "/operators" + (filter with { Page = 1 }).ToQueryString())
            : View("Index", await ListAsync(who, filter, rows));
    }

    [HttpGet("{id:guid}")]
    [SubjectGuard(DelegatedAct.See)]
    public async Task<IActionResult> Show([Guarded] Delegation.Granted granted) => View("Show", await DetailAsync(granted));

    private async Task<OperatorDetail> DetailAsync(Delegation.Granted granted)
    {
        var grants = DelegatedActs.AreOffered(tenant.Value, DelegatedAct.GrantRole);
        return new OperatorDetail(granted.Actor, await operators.OneAsync(granted.Subject),
            await delegates.ActsAsync(granted.Actor, granted.Subject), OperatorFilter.Returning(Request))
        {
            Contract = grants ? await contracts.OfAsync(granted.Subject) : null,
            Grants = grants,
            FactorIsOpen = factors.IsOpen,
        };
    }

    private async Task<OperatorList> ListAsync(PortalUser who, OperatorFilter filter, OperatorRows rows)
    {
        var acts = Enum.GetValues<DelegatedAct>().Where(act => delegates.MayInContract(who, act)).ToHashSet();
        int? room = words.IsPair && acts.Contains(DelegatedAct.Register)
            ? await registration.RoomAsync(who.ContractId!.Value, who.UserName)
            : null;
        return new OperatorList(who, filter, rows, acts, room);
    }
}
