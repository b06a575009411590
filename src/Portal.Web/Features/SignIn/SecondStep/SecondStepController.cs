using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.SecondFactors;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;
using Portal.Web.Mail.Marks;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.SignIn.SecondStep;

/// <summary>What the pages between password and session need beside their own.</summary>
public sealed record SecondStepTools(
    SignInAttempts Attempts, SecondSteps Steps, SecondStepStart Start, TrustedBrowsers Trusted, AttemptCookie Cookie, TrustCookie Trust,
        SignInCompletion Completion, FormerSession Former, CurrentTenant Tenant, IStringLocalizer<SignInText> Text);

/// <summary>
/// A page between password and session. Without a live attempt there is nothing here, and with a method that is not
/// offered to this account only the way back to the choice (MF-09, MF-16).
/// </summary>
[AllowAnonymous]
public abstract class SecondStepController(SecondStepTools tools, FactorMethod? method) : Controller
{
    private IReadOnlyList<FactorMethod> available = [];
    private EmailCodeRoom room = new EmailCodeRoom.Free();

    protected SecondStepTools Tools => tools;

    protected IStringLocalizer<SignInText> Text => tools.Text;

    protected IReadOnlyList<FactorMethod> Available => available;

    protected SignInAttempt Attempt { get; private set; } = null!;

    /// <param name="form">The attempt that a form says it belongs to.</param>
    protected async Task<IActionResult> WithAttemptAsync(Func<Task<IActionResult>> then, Guid form = default)
    {
        ArgumentNullException.ThrowIfNull(then);
        var begun = tools.Cookie.Read(HttpContext);
        if (await tools.Attempts.FindAsync(begun) is not { } attempt)
        {
            // Whoever took too long is told why the page is another one; its cookie may be gone already.
            if (begun is not null || HttpMethods.IsPost(Request.Method))
            {
                tools.Cookie.Clear(HttpContext);
                TempData.Warning(Text["AttemptOver"]);
            }

            return new SeeOtherResult(SignInPaths.Login);
        }

        (Attempt, available) = (attempt, await tools.Steps.AvailableAsync(attempt));
        if (form != Guid.Empty && form != attempt.Id)
        {
            return OfAnotherAttempt();
        }

        if (method is { } needed && !available.Contains(needed))
        {
            return new SeeOtherResult(SecondStepPaths.Choice);
        }

        if (method == FactorMethod.EmailCode)
        {
            room = await tools.Start.RoomAsync(attempt);
        }

        return await then();
    }

    protected Task<IActionResult> WithAttemptAsync(Func<IActionResult> then) => WithAttemptAsync(() => Task.FromResult(then()));

    /// <summary>
    /// The browser has one unfinished sign-in, the last one begun; a form of an earlier one is judged against neither.
    /// </summary>
    private SeeOtherResult OfAnotherAttempt()
    {
        TempData.Warning(Text["OtherAttempt", Attempt.User!.UserName!]);
        return new SeeOtherResult(method is { } own && available.Contains(own) ? SecondStepPaths.Of(own) : SecondStepPaths.Choice);
    }

    /// <summary>Mails a code, the first or another one, where there is room.</summary>
    protected async Task<CodeOutcome> SendAsync()
    {
        var outcome = await tools.Start.SendAsync(Attempt);
        room = await tools.Start.RoomAsync(Attempt);
        return outcome;
    }

    protected SecondStepPage Page(SecondStepPage? form = null) => new()
    {
        Attempt = Attempt.Id,
        LoginId = Attempt.User!.UserName!,
        IdLabel = tools.Tenant.Value.Door(Attempt.User.Door).Identifier.Label.ToString(),
        Trust = form?.Trust ?? false,
        MaskedAddress = MaskedEmail.Of(Attempt.User!.Email),
        AddressBounces = Attempt.User.EmailBouncedAt is not null,
        IsSent = Attempt.CodeSentAt is not null,
        ResendIn = room switch
        {
            EmailCodeRoom.TooSoon soon => (int)Math.Ceiling(soon.Wait.TotalSeconds),
            EmailCodeRoom.Full full => (int)Math.Ceiling(full.Wait.TotalSeconds),
            _ => 0,
        },
        TooManyFor = room is EmailCodeRoom.Full { Wait: var wait } ? (int)Math.Ceiling(wait.TotalMinutes) : null,
        Minutes = tools.Tenant.Value.Profile.SecondFactor.CodeMinutes,
        TrustDays = tools.Tenant.Value.Profile.SecondFactor.TrustBrowserDays,
        Others = [.. available.Where(other => other != method)],
    };

    /// <summary>The same page with what was wrong; what was typed is never sent back.</summary>
    protected ViewResult Again(string view, SecondStepPage form, string error)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.Remove(nameof(SecondStepPage.Code));
        ModelState.Remove(nameof(SecondStepPage.Attempt));
        ModelState.AddModelError(nameof(SecondStepPage.Code), error);
        return View(view, Page(form));
    }

    protected Task<IActionResult> EnterAsync(string view, SecondStepPage form, Func<Task<IActionResult>>? expired = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        return WithAttemptAsync(() => JudgeAsync(view, form, expired), form.Attempt);
    }

    private async Task<IActionResult> JudgeAsync(string view, SecondStepPage form, Func<Task<IActionResult>>? expired)
    {
        if (string.IsNullOrWhiteSpace(form.Code))
        {
            return Again(view, form, Text[method == FactorMethod.RecoveryCode ? "EnterRecoveryCode" : "EnterCode"]);
        }

        switch (await tools.Steps.EnterAsync(Attempt, method!.Value, form.Code))
        {
            case CodeOutcome.Right right:
                return await CompleteAsync(form, right.Admitted);
            case CodeOutcome.Wrong wrong:
                return Again(view, form, Text[method == FactorMethod.RecoveryCode ? "RecoveryCodeWrong" : "CodeWrong", wrong.TriesLeft]);
            case CodeOutcome.Unfit:
                return Again(view, form, Text[method == FactorMethod.RecoveryCode ? "RecoveryCodeUnfit" : "CodeUnfit"]);
            case CodeOutcome.Superseded:
                return Again(view, form, Text["CodeSuperseded"]);
            case CodeOutcome.NotOffered:
                return new SeeOtherResult(SecondStepPaths.Choice);
            case CodeOutcome.Expired when expired is not null:
                return await expired();
            default:
                tools.Cookie.Clear(HttpContext);
                TempData.Warning(Text["AttemptOver"]);
                return new SeeOtherResult(SignInPaths.Login);
        }
    }

    private async Task<SeeOtherResult> CompleteAsync(SecondStepPage form, SignInOutcome.Admitted admitted)
    {
        if (form.Trust && tools.Trusted.AreOffered)
        {
            var token = tools.Trusted.Trust(admitted.User);
            tools.Trust.Add(HttpContext, token, TimeSpan.FromDays(tools.Tenant.Value.Profile.SecondFactor.TrustBrowserDays!.Value));
        }

        await tools.Former.EndAsync();
        return tools.Completion.Complete(HttpContext, admitted, Attempt.ReturnUrl);
    }
}
