using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.OwnAccount.Passwords;

/// <summary>
/// The forced change: all that a session from a temporary, expired
/// or issued password can do besides signing out (TEMP-6).
/// </summary>
[ForcedChangeAllowed]
public sealed class RequiredPasswordController(PasswordService passwords, TemporaryPasswordService temporary, PasswordForm form,
    CurrentSession session, SessionCookies cookies, DeviceCookie device, IStringLocalizer<PasswordsText> text) : Controller
{
    [HttpGet("password/required")]
    public async Task<IActionResult> Edit() =>
        session.IsChangeOnly ? View("Required", await FillAsync(new PasswordPage())) : new SeeOtherResult(HomePaths.Root);

    [HttpPost("password/required")]
    [OwnTransaction]
    public async Task<IActionResult> Update(PasswordPage page)
    {
        if (!session.IsChangeOnly)
        {
            return new SeeOtherResult(HomePaths.Root);
        }

        if (!await form.IsCompleteAsync(page, ModelState))
        {
            return await AgainAsync(page);
        }

        var outcome = await passwords.ChangeAsync(form.Request(page, HttpContext));
        if (outcome is PasswordChangeOutcome.Changed changed)
        {
            cookies.SignIn(HttpContext, changed.Sid);
            device.Remember(HttpContext, changed.User);
            TempData.Success(text["DoneFlash"]);
            return new SeeOtherResult(HomePaths.Root);
        }

        if (outcome is PasswordChangeOutcome.SessionOver)
        {
            return new SeeOtherResult(AccountPaths.PasswordRequired);
        }

        form.Report(outcome, ModelState);
        return await AgainAsync(page);
    }

    private async Task<IActionResult> AgainAsync(PasswordPage page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Required", await FillAsync(page));
    }

    private async Task<PasswordPage> FillAsync(PasswordPage page)
    {
        form.Fill(page);
        page.TemporaryExpiresAt = await temporary.ExpiryAsync(session.User.Id);
        return page;
    }
}
