using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.Sessions;

/// <param name="Own">The session of this very request.</param>
/// <param name="Limit">How many an account may have at once.</param>
public sealed record SessionsPage(IReadOnlyList<Session> Sessions, Guid Own, int IdleMinutes, int Limit);

/// <summary>"Where you are signed in": the list, ending one, ending all others (HIST-1).</summary>
[Route("account/sessions")]
public sealed class SessionsController(OwnSessions sessions, CurrentSession current, CurrentTenant tenant,
    IStringLocalizer<SessionsText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var profile = tenant.Value.Profile.Session;
        return View("Sessions", new SessionsPage(await sessions.ListAsync(), current.Session.Id, profile.IdleMinutes, profile.PerAccount));
    }

    [HttpPost("{id:guid}/end")]
    [FreshProof]
    public async Task<IActionResult> End(Guid id)
    {
        if (await sessions.EndAsync(id) is not { } ended)
        {
            return NotFound();
        }

        TempData.Success(text[ended > 0 ? "Ended" : "EndedBefore"]);
        return new SeeOtherResult(AccountPaths.Sessions);
    }

    [HttpPost("end-others")]
    [FreshProof]
    public async Task<IActionResult> EndOthers()
    {
        var ended = await sessions.EndOthersAsync();
        TempData.Success(ended > 0 ? text["OthersEnded", ended] : text["NoOthers"]);
        return new SeeOtherResult(AccountPaths.Sessions);
    }
}
