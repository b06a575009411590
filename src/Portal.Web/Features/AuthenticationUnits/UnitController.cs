using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Telephony;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Domain.AuthenticationUnits;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Frame;
using Portal.Web.Http.Languages;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.AuthenticationUnits;

/// <summary>
/// Changing by which numbers a contract signs in: passwords, before and after as a table, done (UNIT).
/// </summary>
[ServedIn(Site.Tenant)]
[TenantFeature(TenantFeatures.AuthenticationUnits)]
[UnitChangers]
[Route("account/auth-unit")]
public sealed class UnitController(UnitService units, UnitReading reading, UnitForm form, UnitOfWork work, CurrentSession session,
    SessionCookies cookies, IStringLocalizer<UnitText> text) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Edit() => View("Unit", form.Fill(new UnitPage(), await reading.ReadAsync(session.User)));

    [HttpPost]
    [OwnTransaction]
    public async Task<IActionResult> Check(UnitPage page)
    {
        form.Fill(page, await work.RunAsync(() => reading.ReadAsync(session.User)));
        if (!page.MayChange)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (page.View!.Unset.Count > 0 || !form.IsComplete(page, ModelState))
        {
            return Again(page);
        }

        var outcome = await units.PrepareAsync(form.Request(page, HttpContext));
        switch (outcome)
        {
            case UnitOutcome.Prepared prepared:
                return View("Confirm", new UnitConfirmPage(prepared.View, page.To!.Value, prepared.Token,
                    form.Rows(prepared.View, page.To.Value), form.SignedOut(prepared.View, page.To.Value)));
            case UnitOutcome.SessionOver or UnitOutcome.NotAllowed:
                return new SeeOtherResult(UnitPaths.Change);
            default:
                form.Report(page, outcome, ModelState);
                return Again(page);
        }
    }

    [HttpPost("confirm")]
    public async Task<IActionResult> Change(string? token)
    {
        if (await units.ApplyAsync(session.Session, token) is not UnitOutcome.Changed changed)
        {
            TempData.Warning(text["TooLate"]);
            return new SeeOtherResult(UnitPaths.Change);
        }

        if (changed.Stays)
        {
            return new SeeOtherResult(UnitPaths.Done);
        }

        cookies.SignOut(HttpContext);
        TempData.Success(text["DoneElsewhere", string.Join(text["And"], changed.SigningIn.Select(TelephoneDisplay.National))]);
        return new SeeOtherResult(SignInPaths.Login);
    }

    [HttpGet("done")]
    public async Task<IActionResult> Done() => await reading.ReadAsync(session.User) is { } view
        ? View("Done", UnitRules.SigningIn(view.Unit, view.Numbers))
        : new SeeOtherResult(UnitPaths.Change);

    private ViewResult Again(UnitPage page)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Unit", page);
    }
}
