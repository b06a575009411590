using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.Accounts.SignIn;
using Portal.Web.Features.SignIn.SecondStep;
using Portal.Web.Forms;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.SignIn;

/// <summary>The doors of a tenant. Whatever was wrong, the page says one sentence (LOGIN-2).</summary>
[AllowAnonymous]
public sealed class SignInController(SignInPages pages, SignInService signIn, SignInCompletion completion, SecondStepStart secondStep,
    DeviceCookie device, TrustCookie trust, CurrentSession session, FormerSession former, UnitOfWork work,
    IStringLocalizer<SignInText> text) : Controller
{
    [HttpGet("login/{door?}", Order = 1)]
    public IActionResult New(string? door, [FromQuery] string? returnUrl, bool another = false) => pages.Find(door) switch
    {
        null => NotFound(),
        _ when session.IsSignedIn && !another => new SeeOtherResult(ReturnUrl.Safe(HttpContext, returnUrl)),
        var found => View("SignIn", pages.Fill(new SignInPage(), found, HttpContext)),
    };

    [HttpPost("login/{door?}", Order = 1)]
    [OwnTransaction]
    [SignInFormAgain]
    public async Task<IActionResult> Create(string? door, SignInPage form, [FromQuery] string? returnUrl)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (pages.Find(door) is not { } found)
        {
            return NotFound();
        }

        if (!IsComplete(form, found))
        {
            return Again(form, found);
        }

        var request = new SignInRequest(found, form.Identifier!, form.Email, form.Password!, device.KnownAccounts(HttpContext),
            ReturnUrl.OrNull(HttpContext, returnUrl), trust.Tokens(HttpContext));
        return await signIn.SignInAsync(request) switch
        {
            SignInOutcome.Admitted admitted => await EnterAsync(admitted, returnUrl),
            SignInOutcome.SecondFactorNeeded second => await secondStep.BeginAsync(HttpContext, second.AttemptToken, second.First),
            SignInOutcome.Throttled throttled => TooMany(throttled.RetryAfter),
            SignInOutcome.TooBusy => StatusCode(StatusCodes.Status503ServiceUnavailable),
            _ => Refuse(form, found),
        };
    }

    /// <summary>
    /// Whoever signs in where somebody is signed in takes the place: that session does not go on unseen.
    /// </summary>
    private async Task<SeeOtherResult> EnterAsync(SignInOutcome.Admitted admitted, string? returnUrl)
    {
        await work.RunAsync(former.EndAsync);
        return completion.Complete(HttpContext, admitted, returnUrl);
    }

    private bool IsComplete(SignInPage form, DoorProfile door)
    {
        Require(nameof(form.Identifier), form.Identifier, door.Identifier.Label.ToString());
        if (door.Second is { } second)
        {
            Require(nameof(form.Email), form.Email, second.Label.ToString());
        }

        Require(nameof(form.Password), form.Password, text["Password"]);
        return ModelState.IsValid;
    }

    private void Require(string field, string? value, string label)
    {
        if (string.IsNullOrWhiteSpace(value)
            && ModelState.GetFieldValidationState(field) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid)
        {
            ModelState.AddModelError(field, text["Enter", FormWords.InSentence(label)]);
        }
    }

    private ViewResult Refuse(SignInPage form, DoorProfile door)
    {
        ModelState.AddModelError("", door.Second is { } second
            ? text["RefusedPair", door.Identifier.Label, FormWords.InSentence(second.Label.ToString())]
            : text["Refused", door.Identifier.Label]);
        return Again(form, door);
    }

    private ViewResult Again(SignInPage form, DoorProfile door)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("SignIn", pages.Fill(form, door, HttpContext));
    }

    private StatusCodeResult TooMany(TimeSpan retryAfter)
    {
        Response.Headers.RetryAfter = ((int)retryAfter.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
