using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Passkeys;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Passkeys;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.Passkeys;

/// <summary>
/// Making a passkey, between the page's script and the browser. Without a fresh proof nobody adds one to a session left
/// open (MF-18).
/// </summary>
[ApiController]
[FreshProof]
[EnrolmentAllowed(SetsUp = true)]
public sealed class PasskeyRegistrationsController(
    PasskeyRegistration registration, PasskeyNames names, CurrentSession session, SessionCookies cookies, PasskeyCookie cookie,
        CurrentTenant tenant,
        ITempDataDictionaryFactory tempData, IStringLocalizer<PasskeysText> text) : ControllerBase
{
    [HttpPost("account/passkeys/new/options")]
    public async Task<IActionResult> Offer() =>
        tenant.Value.OffersPasskeys()
            ? Ok(PasskeyOfferAnswer.Of(await registration.OfferAsync(session.Session, cookie.Keep(HttpContext),
                text["ShownAs", session.DisplayName, tenant.Value.Profile.Name]))) : NotFound();

    [HttpPost("account/passkeys/new/verify")]
    [RequestSizeLimit(PasskeyAnswerForm.LargestBody)]
    public async Task<IActionResult> Create(PasskeyAnswerForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!tenant.Value.OffersPasskeys())
        {
            return NotFound();
        }

        var name = string.IsNullOrWhiteSpace(form.Name) ? names.Suggest(HttpContext) : form.Name.Trim();
        if (names.Problem(name) is { } problem)
        {
            return Refuse(problem);
        }

        switch (await registration.AddAsync(session.Session, form.With(cookie.Read(HttpContext)), name))
        {
            case PasskeyAddition.Added added:
                if (added.Sid is { } sid)
                {
                    cookies.SignIn(HttpContext, sid);
                }

                tempData.GetTempData(HttpContext).Success(text["Added"]);
                return Ok(new PasskeyDone(Url.Content(AccountPaths.Passkeys)));
            case PasskeyAddition.TooMany:
                return Refuse(text["TooMany", PasskeyService.Limit]);
            default:
                return Refuse(text["NotAdded"]);
        }
    }

    private ObjectResult Refuse(string detail) => Problem(detail, statusCode: StatusCodes.Status422UnprocessableEntity);
}
