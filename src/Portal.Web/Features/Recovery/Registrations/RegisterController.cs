using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Recovery.Registrations;

/// <summary>
/// A linked manager registers with its address (LINK-3). The answer is the same whether the address is registered or
/// not, and nothing is looked up for it (EN-06); what is the case, the mailbox is told.
/// </summary>
[AllowAnonymous]
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.LinkedAdministrators)]
[Route("register")]
public sealed class RegisterController(CurrentTenant tenant, RecoveryInbox inbox, RecoveryThrottle throttle, RecoverySignal signal,
    IStringLocalizer<RecoveryText> text) : Controller
{
    private string Door => tenant.Value.Profile.LinkedAdministrators!.Door;

    private string SignInPage => SignInPaths.LoginOf(tenant.Value.Door(Door).Path);

    [HttpGet]
    public IActionResult New() => View("Register", new RegisterPage { SignIn = SignInPage });

    [HttpPost]
    [OwnTransaction]
    public async Task<IActionResult> Create(RegisterPage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        ModelState.RequireAddress(nameof(form.Email), form.Email, text["EnterEmail"], text["EmailUnfit"]);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            form.SignIn = SignInPage;
            return View("Register", form);
        }

        var asked = new RecoveryForm(form.Email!, "", "", Door) { Registers = true };
        if (await throttle.AllowsAsync(HttpContext, asked))
        {
            await inbox.SubmitAsync(asked);
            await signal.RaiseAsync();
        }

        return new SeeOtherResult(RecoveryPaths.RegisterSent);
    }

    [HttpGet("sent")]
    public IActionResult Sent() => View("RegisterSent", new RegisterSentPage(tenant.Value.Profile, SignInPage));
}
