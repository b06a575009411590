using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Passkeys;
using Portal.Web.Features.Shared.Passkeys;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.SignIn.SecondStep;

/// <summary>
/// A passkey as the step after the password, asked for by the script of the page of choice. Without a live attempt the
/// page leads back to the start.
/// </summary>
[ApiController]
[AllowAnonymous]
public sealed class PasskeyStepController(
    PasskeySecondStep step, SignInAttempts attempts, AttemptCookie attempt, PasskeyCookie cookie, FormerSession former,
        SignInCompletion completion, IStringLocalizer<SignInText> text) : ControllerBase
{
    [HttpPost("login/method/passkey/options")]
    public async Task<IActionResult> Offer() =>
        await FindAsync() is { } found ? Ok(PasskeyOfferAnswer.Of(await step.OfferAsync(found, cookie.Keep(HttpContext)))) : Forbidden();

    [HttpPost("login/method/passkey/verify")]
    [RequestSizeLimit(PasskeyAnswerForm.LargestBody)]
    public async Task<IActionResult> Create(PasskeyAnswerForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await FindAsync() is not { } found)
        {
            return Forbidden();
        }

        switch (await step.EnterAsync(found, form.With(cookie.Read(HttpContext))))
        {
            case CodeOutcome.Right right:
                await former.EndAsync();
                return Ok(new PasskeyDone(Url.Content(completion.Complete(HttpContext, right.Admitted, found.ReturnUrl).Url)));
            case CodeOutcome.Wrong:
                return Problem(text["PasskeyRefused"], statusCode: StatusCodes.Status422UnprocessableEntity);
            default:
                return Forbidden();
        }
    }

    private Task<SignInAttempt?> FindAsync() => attempts.FindAsync(attempt.Read(HttpContext));

    private ObjectResult Forbidden() => Problem(text["AttemptOver"], statusCode: StatusCodes.Status403Forbidden);
}
