using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Portal.Rules.SecondFactors;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Factors;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.OwnAccount.SecondFactors.Codes;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.OwnAccount.SecondFactors.Apps;

/// <summary>
/// Setting up an authenticator app: prepare, scan, verify (MFA-3).
/// It signs nobody in before its first code was right (MF-10).
/// </summary>
[TenantFeature(TenantFeatures.SecondFactor)]
[FreshProof]
[EnrolmentAllowed(SetsUp = true)]
[Route("account/mfa/totp/new")]
public sealed class AppSetUpController(
    SecurityPages pages, AppRegistrations apps, RecoveryCodes recoveryCodes, FactorSession continuation, CurrentSession session,
        CurrentTenant tenant, SessionCookies cookies, IStringLocalizer<SecondFactorsText> text) : Controller
{
    private const int LongestName = 40;
    private const string First = AccountPaths.AppNew;

    private bool IsOffered => tenant.Value.Factors.Accepts(FactorMethod.App);

    [HttpGet("")]
    public IActionResult Prepare() => IsOffered ? View("AppPrepare") : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Begin()
    {
        if (!IsOffered)
        {
            return NotFound();
        }

        if (await apps.BeginAsync(session.UserId))
        {
            return new SeeOtherResult(First + "/scan");
        }

        ModelState.AddModelError("", text["TooManyApps", AppRegistrations.Most]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("AppPrepare");
    }

    [HttpGet("scan")]
    public Task<IActionResult> Scan() =>
        WithPendingAsync(async pending => View("AppScan", Fill(new ScanPage { Name = await NameOfAsync(pending) }, pending)));

    [HttpPost("scan")]
    [KeepsDraft]
    public Task<IActionResult> Name(ScanPage form) => WithPendingAsync(pending =>
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!IsOf(form.App, pending))
        {
            return BegunAgain();
        }

        var name = CanonicalText.FreeText(form.Name ?? "");
        if (ModelState.GetFieldValidationState(nameof(form.Name)) != ModelValidationState.Invalid && Problem(name) is { } problem)
        {
            ModelState.AddModelError(nameof(form.Name), problem);
        }

        if (ModelState.IsValid)
        {
            pending.App.Name = name;
            return new SeeOtherResult(First + "/verify");
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("AppScan", Fill(form, pending));
    });

    [HttpGet("verify")]
    public Task<IActionResult> Verify() => WithPendingAsync(pending =>
        pending.App.Name.Length == 0
            ? new SeeOtherResult(First + "/scan")
            : View("AppVerify", Fill(new VerifyPage { EndOthers = true }, pending)));

    [HttpPost("verify")]
    public Task<IActionResult> Confirm(VerifyPage form) => WithPendingAsync(async pending =>
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!IsOf(form.App, pending))
        {
            return BegunAgain();
        }

        var user = await pages.UserAsync();
        if (string.IsNullOrWhiteSpace(form.Code) || !await apps.ConfirmAsync(user, pending, form.Code))
        {
            return Again(form, pending);
        }

        return await continuation.ContinueAsync(user, form.EndOthers) is { } sid
            ? await GoOnAsync(user, sid)
            : StatusCode(StatusCodes.Status409Conflict);
    });

    /// <summary>A form without an id is of a release that knew none.</summary>
    private static bool IsOf(Guid app, PendingApp pending) => app == Guid.Empty || app == pending.App.Id;

    /// <summary>A code of the first secret cannot be right for the second: scanning again can.</summary>
    private SeeOtherResult BegunAgain()
    {
        TempData.Warning(text["BegunAgain"]);
        return new SeeOtherResult(First + "/scan");
    }

    /// <summary>What was typed before, or a name to keep: most people have one device.</summary>
    private async Task<string> NameOfAsync(PendingApp pending)
    {
        if (pending.App.Name.Length > 0)
        {
            return pending.App.Name;
        }

        var taken = (await apps.ListAsync(session.UserId)).Select(app => app.Name).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, AppRegistrations.Most)
            .Select(number => number == 1 ? text["DefaultDevice"].Value : text["DefaultDeviceNumber", number].Value)
            .First(name => !taken.Contains(name));
    }

    private ViewResult Again(VerifyPage form, PendingApp pending)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.Remove(nameof(form.Code));
        ModelState.AddModelError(nameof(form.Code), text[string.IsNullOrWhiteSpace(form.Code) ? "EnterCode" : "CodeWrong"]);
        return View("AppVerify", Fill(form, pending));
    }

    /// <summary>Whoever has no recovery codes gets them now, because later is when the phone is lost.</summary>
    private async Task<SeeOtherResult> GoOnAsync(PortalUser user, string sid)
    {
        cookies.SignIn(HttpContext, sid);
        if (!tenant.Value.Factors.Accepts(FactorMethod.RecoveryCode) || await recoveryCodes.LeftAsync(user.Id) > 0)
        {
            TempData.Success(text["AppAdded"]);
            return new SeeOtherResult(AccountPaths.Mfa);
        }

        RecoveryCodesController.Keep(TempData, user.Id, await recoveryCodes.MakeAsync(user));
        TempData.Success(text["AppAddedWithCodes"]);
        return new SeeOtherResult(AccountPaths.RecoveryCodes);
    }

    private async Task<IActionResult> WithPendingAsync(Func<PendingApp, Task<IActionResult>> then)
    {
        if (!IsOffered)
        {
            return NotFound();
        }

        if (await apps.PendingAsync(session.UserId) is { } pending)
        {
            return await then(pending);
        }

        if (HttpMethods.IsPost(Request.Method))
        {
            TempData.Warning(text["SetUpOver"]);
        }

        return new SeeOtherResult(First);
    }

    private Task<IActionResult> WithPendingAsync(Func<PendingApp, IActionResult> then) =>
        WithPendingAsync(pending => Task.FromResult(then(pending)));

    private ScanPage Fill(ScanPage page, PendingApp pending)
    {
        ModelState.Remove(nameof(page.App));
        page.App = pending.App.Id;
        var secret = SecretText.Of(pending.Secret);
        (page.Issuer, page.LoginId, page.Key) = (tenant.Value.Profile.Name.In("en"), session.LoginId, Base32.InGroups(secret));
        page.Uri = OtpAuthUri.For(page.Issuer, page.LoginId, secret);
        return page;
    }

    private VerifyPage Fill(VerifyPage page, PendingApp pending)
    {
        ModelState.Remove(nameof(page.App));
        page.App = pending.App.Id;
        (page.Name, page.MayEndOthers) = (pending.App.Name, !session.IsEnrolOnly);
        return page;
    }

    private string? Problem(string name) => name switch
    {
        "" => text["EnterName"].Value,
        _ when TextCheck.Find(name, multiline: false) is not null => text["NameUnfit"].Value,
        _ when name.EnumerateRunes().Count() is > LongestName and var length => text["NameTooLong", LongestName, length].Value,
        _ => null,
    };
}
