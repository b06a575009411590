using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Features.Shared.MailedLinks;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Features.OwnAccount.EmailChange;

/// <summary>Mailed links about an address that ask one question: confirm, undo, prove (MAIL-1, MAIL-3).</summary>
public abstract class EmailLinkController(EmailChangeLinks changes, LinkCookie links, IStringLocalizer<EmailChangesText> text,
    LinkPurpose purpose, string step) : MailedLinkController<MailedEmailChange>(links, "email/" + step)
{
    protected EmailChangeLinks Changes => changes;

    protected override Task<MailedEmailChange?> FindAsync(string? token) => changes.FindAsync(purpose, token);

    protected override Guid IdOf(MailedEmailChange found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.Link.Id;
    }

    protected override ViewResult Ask(MailedEmailChange found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return View("EmailLink", Page(found));
    }

    protected Task<IActionResult> ActAsync(Guid link, Func<MailedEmailChange, Task<EmailChangeOutcome>> act) =>
        ActAsync(link, async found => Answer(await act(found), found));

    protected ViewResult DonePage() => View("EmailLinkDone", step);

    private IActionResult Answer(EmailChangeOutcome outcome, MailedEmailChange found)
    {
        switch (outcome)
        {
            case EmailChangeOutcome.Done:
                return Finish("done");
            case EmailChangeOutcome.Taken:
                ModelState.AddModelError("", text["TakenMeanwhile"]);
                return Again(found);
            default:
                return Dead();
        }
    }

    private EmailLinkPage Page(MailedEmailChange found) => purpose switch
    {
        LinkPurpose.EmailChangeNew => new(step, found.Link.Id, found.User.UserName!, found.Change!.NewEmail!, found.User.Email),
        LinkPurpose.EmailChangeUndo => new(step, found.Link.Id, found.User.UserName!, found.Change!.OldEmail, found.User.Email),
        _ => new(step, found.Link.Id, found.User.UserName!, found.Link.Email, null),
    };
}
