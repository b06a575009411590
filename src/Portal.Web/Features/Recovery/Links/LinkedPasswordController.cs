using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.Recovery.Links;

/// <summary>
/// The steps behind a mailed link that sets a password; a reset and an invitation differ in words alone.
/// </summary>
public abstract class LinkedPasswordController(LinkedPasswords passwords, LinkedPasswordPages pages, LinkCookie links, LinkPurpose purpose,
    string step) : Controller
{
    protected SeeOtherResult Take(string token) => links.Take(HttpContext, step, token, "~/" + step);

    protected async Task<IActionResult> ShowAsync() =>
        await passwords.FindAsync(purpose, Token) is { } link
            ? View("LinkedPassword", pages.Fill(new LinkedPasswordPage(), link, ModelState))
            : Dead();

    protected ViewResult Finished(string view, string? door) => View(view, pages.Done(door));

    protected async Task<IActionResult> SetAsync(LinkedPasswordPage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.GetFieldValidationState(nameof(form.Account)) == ModelValidationState.Invalid)
        {
            return BadRequest();
        }

        if (!pages.IsComplete(form, ModelState))
        {
            return await AgainAsync(form);
        }

        var door = await passwords.FindAsync(purpose, Token) is { } before ? pages.DoorOf(before) : null;
        switch (await passwords.SetAsync(new LinkedPasswordRequest(purpose, Token, form.Account, form.New!)))
        {
            case LinkedPasswordOutcome.Set:
                links.Clear(HttpContext, step);
                return new SeeOtherResult($"~/{step}/done" + (door is null ? "" : "?door=" + Uri.EscapeDataString(door)));
            case LinkedPasswordOutcome.DeadLink:
                return Dead();
            case LinkedPasswordOutcome.OtherAccount:
                return BadRequest();
            case var refused:
                pages.Report(refused, ModelState);
                return await AgainAsync(form);
        }
    }

    private string? Token => links.Token(HttpContext, step);

    private async Task<IActionResult> AgainAsync(LinkedPasswordPage form)
    {
        if (await passwords.FindAsync(purpose, Token) is not { } link)
        {
            return Dead();
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("LinkedPassword", pages.Fill(form, link, ModelState));
    }

    // Expired, used, superseded and never issued read alike (EN-09), and like a link of another tenant (TR-06).
    private ViewResult Dead()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("DeadLink", pages.Dead(purpose));
    }
}
