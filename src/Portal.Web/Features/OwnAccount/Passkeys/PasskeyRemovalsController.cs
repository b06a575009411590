using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Passkeys;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.OwnAccount.Passkeys;

/// <summary>Removing one of one's own passkeys; from then on no answer of it holds (MF-20).</summary>
[Route("account/passkeys/{id:guid}/delete")]
[FreshProof]
public sealed class PasskeyRemovalsController(PasskeyService passkeys, OwnSessions sessions, CurrentSession session,
    IStringLocalizer<PasskeysText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> New(Guid id) =>
        await passkeys.FindAsync(session.UserId, id) is { } passkey ? Show(passkey, endOthers: true) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, PasskeyRemovalPage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await passkeys.FindAsync(session.UserId, id) is not { } passkey)
        {
            return NotFound();
        }

        if (await passkeys.RemoveAsync(passkey) == PasskeyRemoval.LastFactor)
        {
            ModelState.AddModelError("", text["LastFactor"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Show(passkey, form.EndOthers);
        }

        if (form.EndOthers)
        {
            await sessions.EndOthersAsync();
        }

        TempData.Success(text["Removed", passkey.Name]);
        return new SeeOtherResult(AccountPaths.Passkeys);
    }

    private ViewResult Show(Passkey passkey, bool endOthers) =>
        View("Delete", new PasskeyRemovalPage { Name = passkey.Name, EndOthers = endOthers });
}
