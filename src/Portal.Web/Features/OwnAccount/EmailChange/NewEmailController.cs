using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;

namespace Portal.Web.Features.OwnAccount.EmailChange;

/// <summary>From the mail to the old address: naming the new one (MAIL-1, tenant `rental`).</summary>
[AllowAnonymous]
[LinkPage]
public sealed class NewEmailController(EmailChangeLinks changes, EmailInput input, LinkCookie links) : Controller
{
    private const string Step = "email-new";

    [HttpGet("email/new/{token}", Order = 1)]
    public IActionResult Open(string token) => links.Take(HttpContext, Step, token, "~/email/new");

    [HttpGet("email/new")]
    public async Task<IActionResult> New() => await FindAsync() is { } found ? View("NewEmail", Fill(new NewEmailPage(), found)) : Dead();

    [HttpPost("email/new")]
    public async Task<IActionResult> Create(NewEmailPage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (await FindAsync() is not { } found)
        {
            return Dead();
        }

        if (found.Link.Id != form.Link)
        {
            return new SeeOtherResult("~/email/new");
        }

        if (input.Read(form.Email, ModelState) is not { } email)
        {
            return Again(form, found);
        }

        switch (await changes.NameAsync(found, email))
        {
            case EmailChangeOutcome.Sent:
                links.Clear(HttpContext, Step);
                return new SeeOtherResult("~/email/new/sent");
            case EmailChangeOutcome.Nothing:
                return Dead();
            case var outcome:
                input.Report(outcome, found.User, ModelState);
                return Again(form, found);
        }
    }

    [HttpGet("email/new/sent")]
    public IActionResult Sent() => View("NewEmailSent");

    private Task<LinkedEmailChange?> FindAsync() => changes.FindAsync(LinkPurpose.EmailChangeOld, links.Token(HttpContext, Step));

    private NewEmailPage Fill(NewEmailPage page, LinkedEmailChange found)
    {
        ModelState.Remove(nameof(page.Link));
        (page.Link, page.Current) = (found.Link.Id, found.Change!.OldEmail);
        return page;
    }

    private ViewResult Again(NewEmailPage form, LinkedEmailChange found)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("NewEmail", Fill(form, found));
    }

    private ViewResult Dead()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("DeadLink");
    }
}
