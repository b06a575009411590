using Microsoft.AspNetCore.Mvc;
using Portal.Rules.SecondFactors;

namespace Portal.Web.Features.SignIn.SecondStep;

/// <summary>
/// A recovery code between password and session, for the day on which every other factor is lost (MFA-1).
/// </summary>
public sealed class RecoveryCodeController(SecondStepTools tools) : SecondStepController(tools, FactorMethod.RecoveryCode)
{
    private const string Form = "RecoveryCode";

    [HttpGet("login/recovery-code")]
    public Task<IActionResult> New() => WithAttemptAsync(() => View(Form, Page()));

    [HttpPost("login/recovery-code")]
    public Task<IActionResult> Create(SecondStepPage form) => EnterAsync(Form, form);
}
