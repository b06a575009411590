using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.OwnAccount.EmailChange;

/// <summary>
/// A mailed link with one question: looked at it changes nothing, confirmed it does its act (RESET-4, MAIL-1, MAIL-3).
/// </summary>
public abstract class EmailLinkController(EmailChangeLinks changes, LinkCookie links, IStringLocalizer<EmailChangesText> text,
    LinkPurpose purpose, string step) : Controller
{
    protected EmailChangeLinks Changes => changes;

    protected SeeOtherResult Take(string token) => links.Take(HttpContext, Cookie, token, Address);

    protected async Task<IActionResult> ShowAsync() => await FindAsync() is { } found ? View("EmailLink", Page(found)) : Dead();

    protected async Task<IActionResult> ActAsync(Guid link, Func<LinkedEmailChange, Task<EmailChangeOutcome>> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        if (await FindAsync() is not { } found)
        {
            return Dead();
        }

        if (found.Link.Id != link)
        {
            // Asked about another link, in another tab: ask again.
            return new SeeOtherResult(Address);
        }

        switch (await act(found))
        {
            case EmailChangeOutcome.Done:
                links.Clear(HttpContext, Cookie);
                return new SeeOtherResult(Address + "/done");
            case EmailChangeOutcome.Taken:
                ModelState.AddModelError("", text["TakenMeanwhile"]);
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return View("EmailLink", Page(found));
            default:
                return Dead();
        }
    }

    protected ViewResult DonePage() => View("EmailLinkDone", step);

    private string Cookie => "email-" + step;

    private string Address => "~/email/" + step;

    private Task<LinkedEmailChange?> FindAsync() => changes.FindAsync(purpose, links.Token(HttpContext, Cookie));

    private EmailLinkPage Page(LinkedEmailChange found) => purpose switch
    {
        LinkPurpose.EmailChangeNew => new(step, found.Link.Id, found.User.UserName!, found.Change!.NewEmail!, found.User.Email),
        LinkPurpose.EmailChangeUndo => new(step, found.Link.Id, found.User.UserName!, found.Change!.OldEmail, found.User.Email),
        _ => new(step, found.Link.Id, found.User.UserName!, found.Link.Email, null),
    };

    private ViewResult Dead()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("DeadLink");
    }
}
