using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Forms;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Recovery.TemporaryPasswords;

/// <summary>
/// A temporary password by mail (TEMP-1). Every complete form gets the same answer after the same work; whether the
/// details match is found out later, by the worker.
/// </summary>
[AllowAnonymous]
[RecoveryMethod(RecoveryProfile.ByKeyword)]
public sealed class UnlockController(CurrentTenant tenant, RecoveryInbox inbox, RecoveryThrottle throttle, RecoverySignal signal,
    IStringLocalizer<RecoveryText> text) : Controller
{
    [HttpGet("unlock")]
    public IActionResult New() => View("Unlock", Fill(new UnlockPage()));

    [HttpPost("unlock")]
    [OwnTransaction]
    public async Task<IActionResult> Create(UnlockPage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        ModelState.Require(nameof(form.Identifier), form.Identifier, Entered(tenant.Value.Profile.Doors[0].Identifier.Label.ToString()));
        ModelState.Require(nameof(form.Keyword), form.Keyword, Entered(text["Keyword"]));
        ModelState.RequireAddress(nameof(form.Email), form.Email, Entered(text["Email"]), text["EmailUnfit"]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Unlock", Fill(form));
        }

        var asked = new RecoveryForm(form.Identifier!, form.Keyword!, form.Email!);
        if (await throttle.AllowsAsync(HttpContext, asked))
        {
            await inbox.SubmitAsync(asked);
            await signal.RaiseAsync();
        }

        return new SeeOtherResult(RecoveryPaths.Sent);
    }

    [HttpGet("unlock/sent")]
    public IActionResult Sent() => View("Sent", tenant.Value.Profile);

    private string Entered(string label) => text["Enter", FormWords.InSentence(label)];

    private UnlockPage Fill(UnlockPage page)
    {
        page.Id = tenant.Value.Profile.Doors[0].Identifier;
        return page;
    }
}
