using Microsoft.AspNetCore.Mvc;
using Portal.Rules.SecondFactors;

namespace Portal.Web.Features.SignIn.SecondStep;

/// <summary>The authenticator app's code between password and session (MFA-2).</summary>
public sealed class TotpController(SecondStepTools tools, DemoCodes demo) : SecondStepController(tools, FactorMethod.App)
{
    private const string Form = "Totp";

    [HttpGet("login/totp")]
    public Task<IActionResult> New() => WithAttemptAsync(() =>
    {
        var page = Page();
        page.DemoCode = demo.Of(Attempt.User!);
        return View(Form, page);
    });

    [HttpPost("login/totp")]
    public Task<IActionResult> Create(SecondStepPage form) => EnterAsync(Form, form);
}
