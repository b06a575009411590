using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Passkeys;
using Portal.Web.Domain.Accounts.SignIn;
using Portal.Web.Features.Shared.Passkeys;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.SignIn;

/// <summary>
/// Sign-in with a passkey instead of the password. Whatever was wrong, the answer is one sentence (LOGIN-2); only that
/// a passkey belongs to another site is said, because the passkey itself says so.
/// </summary>
[ApiController]
[AllowAnonymous]
[OwnTransaction]
public sealed class PasskeySignInController(PasskeySignIn signIn, SignInCompletion completion, PasskeyCookie cookie, DeviceCookie device,
    CurrentTenant tenant, IStringLocalizer<SignInText> text) : ControllerBase
{
    [HttpPost("login/passkey/options")]
    public async Task<IActionResult> Offer()
    {
        if (!tenant.Value.OffersPasskeys())
        {
            return NotFound();
        }

        return await signIn.OfferAsync(cookie.Keep(HttpContext)) is { } offer
            ? Ok(PasskeyOfferAnswer.Of(offer))
            : Refuse(text["PasskeyRefused"], StatusCodes.Status429TooManyRequests);
    }

    [HttpPost("login/passkey/verify")]
    [RequestSizeLimit(PasskeyAnswerForm.LargestBody)]
    public async Task<IActionResult> Create(PasskeyAnswerForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!tenant.Value.OffersPasskeys())
        {
            return NotFound();
        }

        switch (await signIn.SignInAsync(form.With(cookie.Read(HttpContext)), device.KnownAccounts(HttpContext)))
        {
            case PasskeySignInOutcome.Admitted admitted:
                return Ok(new PasskeyDone(Url.Content(completion.Complete(HttpContext, admitted.SignIn, form.ReturnUrl).Url)));
            case PasskeySignInOutcome.Throttled throttled:
                Response.Headers.RetryAfter = ((int)throttled.RetryAfter.TotalSeconds)
                    .ToString(System.Globalization.CultureInfo.InvariantCulture);
                return Refuse(text["PasskeyRefused"], StatusCodes.Status429TooManyRequests);
            case PasskeySignInOutcome.OfAnotherSite:
                return Refuse(text["PasskeyOfAnotherSite"]);
            case PasskeySignInOutcome.Refused { Unknown: true }:
                return Problem(text["PasskeyRefused"], statusCode: StatusCodes.Status422UnprocessableEntity,
                    extensions: new Dictionary<string, object?> { ["unknown"] = true });
            default:
                return Refuse(text["PasskeyRefused"]);
        }
    }

    private ObjectResult Refuse(string detail, int status = StatusCodes.Status422UnprocessableEntity) =>
        Problem(detail, statusCode: status);
}
