using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Delegation;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Http.Guards;
using Portal.Web.Http.Places;
using Portal.Web.Lists;

namespace Portal.Web.Features.Operators.Index;

/// <summary>The list of the contract's IDs, and one of them.</summary>
[Route("operators")]
public sealed class OperatorsController(Delegates delegates, OperatorQuery operators, RegistrationService registration,
    ContractNames contracts, OperatorDetails details, OperatorWords words, OperatorFrames frames)
    : OperatorController
{
    [HttpGet("")]
    [ContractGuard(DelegatedAct.See, OwnPage = OperatorPaths.Own)]
    public async Task<IActionResult> Index([Guarded] PortalUser who)
    {
        var filter = OperatorFilter.Read(Request.Query);
        var counts = await operators.CountAsync(who, filter);
        var page = await operators.PageAsync(who, filter, counts.Of(filter.State));
        return page.IsBeyondEnd
            ? Redirect(Request.PathBase + "/operators" + (filter with { Page = 1 }).ToQueryString())
            : View("Index", await ListAsync(who, filter, counts, page));
    }

    [HttpGet("{id:guid}")]
    [SubjectGuard(DelegatedAct.See)]
    public async Task<IActionResult> Show([Guarded] Delegation.Granted granted) =>
        View("Show", await details.OfAsync(granted, OperatorFilter.Returning(Request)));

    private async Task<OperatorList> ListAsync(PortalUser who, OperatorFilter filter, OperatorCounts counts, ListPage<OperatorRow> page)
    {
        var acts = Enum.GetValues<DelegatedAct>().Where(act => delegates.MayInContract(who, act)).ToHashSet();
        int? room = words.IsPair && acts.Contains(DelegatedAct.Register)
            ? await registration.RoomAsync(who.ContractId!.Value, who.UserName)
            : null;
        return new OperatorList(who, filter, await frames.OfAsync(who, filter, counts, page), acts, room)
        {
            HasMemberships = acts.Contains(DelegatedAct.GrantMembership) || (counts.HasMembers && MayGrantAnyhow(who)),
            HidesNumbers = words.Profile.HiddenNumbers is { Count: > 0 },
            Contract = words.Profile.Columns.Contains("holder") ? await contracts.OfAsync(who) : null,
        };
    }

    // Whoever was let in while the tenant offered it can still be taken out.
    private bool MayGrantAnyhow(PortalUser who) =>
        delegates.MayInContract(who, DelegatedAct.GrantMembership, standing: true) && who.ContractId is not null;
}
