using Microsoft.AspNetCore.Mvc;
using Portal.Rules.SecondFactors;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.SignIn.SecondStep;

/// <summary>The e-mailed code between password and session (MFA-4).</summary>
public sealed class EmailCodeController(SecondStepTools tools) : SecondStepController(tools, FactorMethod.EmailCode)
{
    private const string Form = "EmailCode";

    [HttpGet("login/email-code")]
    public Task<IActionResult> New() =>
        WithAttemptAsync(() => Attempt.CodeSentAt is null ? new SeeOtherResult(SecondStepPaths.Choice) : View(Form, Page()));

    [HttpPost("login/email-code")]
    public Task<IActionResult> Create(SecondStepPage form) => EnterAsync(Form, form, async () =>
    {
        await Tools.Start.SendAsync(Attempt);
        return Again(Form, form, Text["CodeExpired"]);
    });

    [HttpPost("login/email-code/resend")]
    public Task<IActionResult> Resend(Guid attempt) => WithAttemptAsync(
        async () =>
        {
            switch (await Tools.Start.SendAsync(Attempt))
            {
                case CodeOutcome.Sent:
                    TempData.Success(Text["CodeResent"]);
                    return new SeeOtherResult(SignInPaths.EmailCode);
                case CodeOutcome.TooSoon soon:
                    return Again(Form, new SecondStepPage(), Text["ResendIn", (int)Math.Ceiling(soon.Wait.TotalSeconds)]);
                default:
                    return Again(Form, new SecondStepPage(), Text["TooManyCodes"]);
            }
        },
        attempt);
}
