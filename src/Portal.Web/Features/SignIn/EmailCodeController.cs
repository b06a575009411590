using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Accounts;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Http;
using Portal.Web.Mail;

namespace Portal.Web.Features.SignIn;

public sealed class EmailCodePage
{
    public string? Code { get; set; }

    /// <summary>The address, masked to a constant length (EN-08).</summary>
    public string MaskedAddress { get; set; } = "";

    public int Minutes { get; set; }
}

/// <summary>The e-mailed code between password and session. Without a live attempt there is nothing here.</summary>
[AllowAnonymous]
public sealed class EmailCodeController(SignInAttempts attempts, AttemptCookie cookie, SignInCompletion completion, MailQueue mails, AuditActor actor, Tenancy.CurrentTenant tenant, IStringLocalizer<SignInText> text) : Controller
{
    [HttpGet("login/email-code")]
    public async Task<IActionResult> New()
    {
        if (await FindAsync() is not { } attempt)
        {
            return Start();
        }

        if (attempt.CodeSentAt is null)
        {
            await SendAsync(attempt);
        }

        return View("EmailCode", Page(attempt));
    }

    [HttpPost("login/email-code")]
    public async Task<IActionResult> Create(EmailCodePage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await FindAsync() is not { } attempt)
        {
            return Start();
        }

        if (string.IsNullOrWhiteSpace(form.Code))
        {
            return Again(attempt, text["EnterCode"]);
        }

        switch (await attempts.EnterCodeAsync(attempt, form.Code))
        {
            case CodeOutcome.Right right:
                return completion.Complete(HttpContext, right.Admitted, attempt.ReturnUrl);
            case CodeOutcome.Wrong wrong:
                return Again(attempt, text["CodeWrong", wrong.TriesLeft]);
            case CodeOutcome.Expired:
                await SendAsync(attempt);
                return Again(attempt, text["CodeExpired"]);
            default:
                cookie.Clear(HttpContext);
                TempData.Warning(text["AttemptOver"]);
                return Start();
        }
    }

    [HttpPost("login/email-code/resend")]
    public async Task<IActionResult> Resend()
    {
        if (await FindAsync() is not { } attempt)
        {
            return Start();
        }

        switch (await SendAsync(attempt))
        {
            case CodeOutcome.Sent:
                TempData.Success(text["CodeResent"]);
                return new SeeOtherResult("~/login/email-code");
            case CodeOutcome.TooSoon soon:
                return Again(attempt, text["ResendIn", (int)Math.Ceiling(soon.Wait.TotalSeconds)]);
            default:
                return Again(attempt, text["TooManyCodes"]);
        }
    }

    private Task<SignInAttempt?> FindAsync() => attempts.FindAsync(cookie.Read(HttpContext));

    private static SeeOtherResult Start() => new("~/login");

    private async Task<CodeOutcome> SendAsync(SignInAttempt attempt)
    {
        var outcome = await attempts.SendCodeAsync(attempt);
        if (outcome is CodeOutcome.Sent sent)
        {
            await mails.EnqueueAsync(new SignInCodeMail(sent.Code, sent.ValidUntil, actor.Address, BrowserName.Of(actor.Browser)), attempt.User!, $"sign-in-code/{attempt.Id:N}/{attempt.CodesSent}");
        }

        return outcome;
    }

    private ViewResult Again(SignInAttempt attempt, string error)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.Remove(nameof(EmailCodePage.Code));
        ModelState.AddModelError(nameof(EmailCodePage.Code), error);
        return View("EmailCode", Page(attempt));
    }

    private EmailCodePage Page(SignInAttempt attempt) => new() { MaskedAddress = MaskedEmail.Of(attempt.User!.Email), Minutes = tenant.Value.Profile.SecondFactor.CodeMinutes };
}
