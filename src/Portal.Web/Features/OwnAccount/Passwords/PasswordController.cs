using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Passwords;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.Passwords;

/// <summary>Changing one's password by choice: form, "this password?", done (PASS-2).</summary>
public sealed class PasswordController(PasswordService passwords, PasswordForm form, PasswordPolicyPresenter presenter,
    CurrentTenant tenant, CurrentSession session, SessionCookies cookies, DeviceCookie device, IStringLocalizer<PasswordsText> text)
        : Controller
{
    [HttpGet("account/password")]
    public IActionResult Edit() => View("Password", form.Fill(new PasswordPage()));

    [HttpPost("account/password")]
    [OwnTransaction]
    public async Task<IActionResult> Confirm(PasswordPage page)
    {
        if (!await form.IsCompleteAsync(page, ModelState))
        {
            return Again(page);
        }

        var outcome = await passwords.PrepareAsync(form.Request(page, HttpContext));
        if (outcome is PasswordChangeOutcome.Prepared prepared)
        {
            return View("Confirm",
                new PasswordConfirmPage(prepared.Token, presenter.Strength(prepared.Strength),
                    tenant.Value.Profile.Session.PerAccount > 5));
        }

        if (outcome is PasswordChangeOutcome.SessionOver)
        {
            return new SeeOtherResult(AccountPaths.Password);
        }

        form.Report(outcome, ModelState);
        return Again(page);
    }

    [HttpPost("account/password/confirm")]
    public async Task<IActionResult> Update(string? token)
    {
        if (await passwords.ApplyAsync(session.Session, token) is not PasswordChangeOutcome.Changed changed)
        {
            TempData.Warning(text["ConfirmTooLate"]);
            return new SeeOtherResult(AccountPaths.Password);
        }

        cookies.SignIn(HttpContext, changed.Sid);
        device.Remember(HttpContext, changed.User);
        return new SeeOtherResult(AccountPaths.PasswordDone);
    }

    [HttpGet("account/password/done")]
    public IActionResult Done() => View("Done");

    private ViewResult Again(PasswordPage page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Password", form.Fill(page));
    }
}
