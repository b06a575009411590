using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Passkeys;
using Portal.Web.Domain.Accounts.Reauthentication;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Passkeys;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Reauthentication;

/// <summary>The passkey as proof, asked for by the page's script.</summary>
[ApiController]
[EnrolmentAllowed]
public sealed class PasskeyProofController(
    ReauthenticationService reauthentication, CurrentSession session, SessionCookies cookies, PasskeyCookie cookie, DeviceCookie device,
        CurrentTenant tenant, IStringLocalizer<ReauthenticationText> text) : ControllerBase
{
    [HttpPost("reauth/passkey/options")]
    public async Task<IActionResult> Offer() =>
        IsServed ? Ok(PasskeyOfferAnswer.Of(await reauthentication.OfferAsync(session.Session, cookie.Keep(HttpContext)))) : NotFound();

    [HttpPost("reauth/passkey/verify")]
    [RequestSizeLimit(PasskeyAnswerForm.LargestBody)]
    public async Task<IActionResult> Verify(PasskeyAnswerForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!IsServed)
        {
            return NotFound();
        }

        var outcome = await reauthentication.ByPasskeyAsync(session.Session, form.With(cookie.Read(HttpContext)),
            device.KnownAccounts(HttpContext).Know(session.UserId, session.User.SecurityStamp));
        if (outcome is not ReauthenticationOutcome.Proven proven)
        {
            return Problem(text["PasskeyRefused"], statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        cookies.Renew(HttpContext, proven.Sid);
        return Ok(new PasskeyDone(ReturnUrl.Safe(HttpContext, form.ReturnUrl)));
    }

    private bool IsServed => tenant.Value.OffersPasskeys() && session.Session.State == SessionState.Full;
}
