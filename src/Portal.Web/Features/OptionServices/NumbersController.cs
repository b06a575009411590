using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.OptionServices;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OptionServices;

/// <summary>
/// One number: its services, where each is on its way into the network, and calls by a click (OPT-1 to OPT-3).
/// </summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.OptionServices)]
[Route("options/{number}")]
public sealed class NumbersController(OptionReading reading, OptionNumbers numbers, CallRequests calls, CurrentSession session,
    IStringLocalizer<OptionsText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string number) => await reading.FindAsync(session.User, number) is { } options
        ? View("Number", new NumberPage(options, await (await numbers.OfAsync(session.User)).Take(2).CountAsync() > 1))
        : NotFound();

    /// <summary>The states alone, for a page that looks again by itself.</summary>
    [HttpGet("states")]
    [BackgroundRequest]
    public async Task<IActionResult> States(string number) => await reading.FindAsync(session.User, number) is { } options
        ? PartialView("_States", options)
        : NotFound();

    /// <param name="to">A favourite's number.</param>
    [HttpPost("call")]
    public async Task<IActionResult> Call(string number, string? to)
    {
        var outcome = await calls.RequestAsync(session.User, number, to);
        switch (outcome)
        {
            case CallOutcome.NotFound:
                return NotFound();
            case CallOutcome.Requested:
                TempData.Success(text["Call.Requested"]);
                break;
            default:
                TempData.Warning(text["Call." + outcome]);
                break;
        }

        return new SeeOtherResult(OptionPaths.Number(number));
    }
}
