using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Dev.Phone;

/// <summary>
/// A telephone in the browser, for the demonstration (CALL-7). It posts to the webhook as a voice provider does, over
/// HTTP and signed, and does what the answer says; every key is a form, so that it needs no script.
/// </summary>
[AllowAnonymous]
[DemonstrationOnly]
[OwnTransaction]
[SentAgain]
[ServedIn(Site.Outside)]
[Route("dev/phone")]
public sealed class PhoneController(PhoneBook book, SimulatedProvider provider, SimulatedCalls calls, IStringLocalizer<PhoneText> text)
    : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index() => View("Phone", await IdleAsync(null));

    [HttpPost]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Dial(string? from)
    {
        if (book.Find(from ?? "") is not { } caller)
        {
            ModelState.AddModelError("From", text["ChooseCaller"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Phone", await IdleAsync(from));
        }

        return await ShowAsync(await provider.DialAsync(caller, HttpContext.RequestAborted), "");
    }

    /// <param name="state">The call, sealed.</param>
    /// <param name="keys">What was keyed in before.</param>
    /// <param name="key">The key that was pressed; none where what was keyed in is sent as it is.</param>
    [HttpPost("keys")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> Press(string? state, string? keys, string? key)
    {
        if (calls.Open(state) is not { IsOver: false } call)
        {
            return TooLate();
        }

        var all = (keys ?? "") + (key ?? "");
        return key is null || call.Takes(all)
            ? await ShowAsync(await provider.PressAsync(call, all, HttpContext.RequestAborted), "")
            : await ShowAsync(call, all);
    }

    [HttpPost("end")]
    [ValidateAntiForgeryToken]
    public async Task<IActionResult> HangUp(string? state) => calls.Open(state) is { IsOver: false } call
        ? await ShowAsync(await provider.HangUpAsync(call, HttpContext.RequestAborted), "")
        : TooLate();

    private SeeOtherResult TooLate()
    {
        TempData.Warning(text["TooLate"]);
        return new SeeOtherResult(DevPaths.Phone);
    }

    private async Task<PhonePage> IdleAsync(string? from) => new(await book.ListAsync(), from, null, null, "");

    private async Task<IActionResult> ShowAsync(SimulatedCall call, string keys) =>
        View("Phone", new PhonePage(await book.ListAsync(), call.Caller.Key, call, calls.Seal(call), keys));
}
