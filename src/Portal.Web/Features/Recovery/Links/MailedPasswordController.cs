using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Features.Shared.MailedLinks;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Features.Recovery.Links;

/// <summary>
/// The steps behind a mailed link that sets a password; a reset and an invitation differ in words alone.
/// </summary>
public abstract class MailedPasswordController(MailedPasswords passwords, MailedPasswordPages pages, LinkCookie links, LinkPurpose purpose,
    string address) : MailedLinkController<SecurityLink>(links, address)
{
    protected override Task<SecurityLink?> FindAsync(string? token) => passwords.FindAsync(purpose, token);

    protected override Guid IdOf(SecurityLink found) => found.UserId;

    protected override ViewResult Ask(SecurityLink found) => Ask(new MailedPasswordPage(), found);

    protected override ViewResult DeadLink() => View("DeadLink", pages.Dead(purpose));

    protected ViewResult Finished(string view, string? door) => View(view, pages.Done(door));

    /// <summary>
    /// Judges and hashes first and locks afterwards: unlike the other links, the act itself looks for whom it is about.
    /// </summary>
    protected async Task<IActionResult> SetAsync(MailedPasswordPage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (ModelState.GetFieldValidationState(nameof(form.Account)) == ModelValidationState.Invalid)
        {
            return BadRequest();
        }

        var before = await FindAsync(Token);
        if (!pages.IsComplete(form, ModelState))
        {
            if (before is not null)
            {
                await pages.ReportRulesAsync(form, before, ModelState);
            }

            return await AgainAsync(form);
        }

        var door = before is null ? null : pages.DoorOf(before);
        switch (await passwords.SetAsync(new MailedPasswordRequest(purpose, Token, form.Account, form.New!)))
        {
            case MailedPasswordOutcome.Set:
                return Finish("done" + (door is null ? "" : "?door=" + Uri.EscapeDataString(door)));
            case MailedPasswordOutcome.DeadLink:
                return Dead();
            case MailedPasswordOutcome.OtherAccount:
                return BadRequest();
            case var refused:
                pages.Report(refused, ModelState);
                return await AgainAsync(form);
        }
    }

    private ViewResult Ask(MailedPasswordPage page, SecurityLink found) => View("MailedPassword", pages.Fill(page, found, ModelState));

    private async Task<IActionResult> AgainAsync(MailedPasswordPage form)
    {
        if (await FindAsync(Token) is not { } link)
        {
            return Dead();
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Ask(form, link);
    }
}
