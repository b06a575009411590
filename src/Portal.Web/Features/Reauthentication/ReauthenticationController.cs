using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Passkeys;
using Portal.Web.Domain.Accounts.Reauthentication;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Reauthentication;

/// <summary>"Confirm it is you", on the way to a page that asks for a fresh proof (MFA-6).</summary>
[EnrolmentAllowed]
public sealed class ReauthenticationController(
    ReauthenticationService reauthentication, CurrentSession session, SessionCookies cookies, DeviceCookie device, CurrentTenant tenant,
        IStringLocalizer<ReauthenticationText> text) : Controller
{
    [HttpGet("reauth")]
    public async Task<IActionResult> New([FromQuery] string? next) => IsServed ? await ShowAsync(next) : new SeeOtherResult(HomePaths.Root);

    [HttpPost("reauth")]
    [OwnTransaction]
    public async Task<IActionResult> Create(ReauthenticationPage form, [FromQuery] string? next)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!IsServed)
        {
            return new SeeOtherResult(HomePaths.Root);
        }

        if (string.IsNullOrEmpty(form.Password))
        {
            return await AgainAsync(next, text["Enter"]);
        }

        switch (await reauthentication.ByPasswordAsync(session.Session, form.Password,
            device.KnownAccounts(HttpContext).Know(session.UserId, session.User.SecurityStamp)))
        {
            case ReauthenticationOutcome.Proven proven:
                cookies.Renew(HttpContext, proven.Sid);
                return new SeeOtherResult(ReturnUrl.Safe(HttpContext, next));
            case ReauthenticationOutcome.TooBusy:
                return StatusCode(StatusCodes.Status503ServiceUnavailable);
            default:
                return await AgainAsync(next, text["Wrong"]);
        }
    }

    // One that must first change its password or set a factor up proves nothing here (LOGIN-4).
    private bool IsServed => session.Session.State == SessionState.Full;

    private Task<ViewResult> AgainAsync(string? next, string error)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        if (ModelState.GetFieldValidationState(nameof(ReauthenticationPage.Password)) != ModelValidationState.Invalid)
        {
            ModelState.AddModelError(nameof(ReauthenticationPage.Password), error);
        }

        return ShowAsync(next);
    }

    private async Task<ViewResult> ShowAsync(string? next) => View("Reauthentication", new ReauthenticationPage
    {
        LoginId = session.LoginId,
        HasPassword = session.User.PasswordHash is not null,
        HasPasskey = tenant.Value.OffersPasskeys() && await reauthentication.HasPasskeyAsync(session.Session),
        Next = ReturnUrl.Safe(HttpContext, next),
    });
}
