using Microsoft.AspNetCore.Mvc;
using Portal.Rules.SecondFactors;
using Portal.Rules.Text.Counting;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.SignIn.SecondStep;

/// <summary>The e-mailed code between password and session (MFA-4).</summary>
public sealed class EmailCodeController(SecondStepTools tools) : SecondStepController(tools, FactorMethod.EmailCode)
{
    private const string Form = "EmailCode";

    /// <summary>
    /// Without a code of this sign-in there is nothing to enter; where one has to be waited for, the page says how
    /// long.
    /// </summary>
    [HttpGet("login/email-code")]
    public Task<IActionResult> New() => WithAttemptAsync(() =>
        Page() is { IsSent: false, ResendIn: 0 } ? new SeeOtherResult(SecondStepPaths.Choice) : View(Form, Page()));

    [HttpPost("login/email-code")]
    public Task<IActionResult> Create(SecondStepPage form) => EnterAsync(Form, form, async () =>
    {
        return Again(Form, form, await SendAsync() switch
        {
            CodeOutcome.Sent => Text["CodeExpired"],
            CodeOutcome.TooSoon soon => Text[CountedKey.Of("CodeExpiredWait", soon.Seconds), soon.Seconds],
            CodeOutcome.TooMany many => Text["TooManyCodes", many.Minutes],
            var other => throw new InvalidOperationException($"No such outcome of sending: {other}."),
        });
    });

    [HttpPost("login/email-code/resend")]
    public Task<IActionResult> Resend(Guid attempt) => WithAttemptAsync(
        async () =>
        {
            switch (await SendAsync())
            {
                case CodeOutcome.Sent:
                    TempData.Success(Text["CodeResent"]);
                    return new SeeOtherResult(SignInPaths.EmailCode);
                case CodeOutcome.TooSoon soon:
                    var key = Attempt.CodeSentAt is null ? "SendIn" : "ResendIn";
                    return Again(Form, new SecondStepPage(), Text[CountedKey.Of(key, soon.Seconds), soon.Seconds]);
                case CodeOutcome.TooMany many:
                    return Again(Form, new SecondStepPage(), Text["TooManyCodes", many.Minutes]);
                case var other:
                    throw new InvalidOperationException($"No such outcome of sending: {other}.");
            }
        },
        attempt);
}
