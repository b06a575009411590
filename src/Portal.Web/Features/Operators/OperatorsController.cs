using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Delegation;
using Portal.Web.Accounts;
using Portal.Web.Http;

namespace Portal.Web.Features.Operators;

/// <summary>The list of the contract's IDs, and one of them.</summary>
[Route("operators")]
public sealed class OperatorsController(Delegates delegates, OperatorQuery operators, CurrentSession session, OperatorWords words) : OperatorController
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
            : View("Index", new OperatorList(who, filter, rows));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        if (await delegates.AskAsync(id, DelegatedAct.See) is not Delegation.Granted granted)
        {
            return NotFound();
        }

        return View("Show", new OperatorDetail(granted.Actor, await operators.OneAsync(granted.Subject), await delegates.ActsAsync(granted.Actor, granted.Subject), OperatorFilter.Returning(Request)));
    }
}
