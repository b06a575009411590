using Microsoft.AspNetCore.Mvc;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Features.Shared.MailedLinks;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Features.OwnAccount.EmailChange;

/// <summary>From the mail to the old address: naming the new one (MAIL-1, tenant `rental`).</summary>
public sealed class NewEmailController(EmailChangeLinks changes, EmailInput input, LinkCookie links)
    : MailedLinkController<MailedEmailChange>(links, "email/new")
{
    [HttpGet("email/new/{token}", Order = 1)]
    public IActionResult Open(string token) => Begin(token);

    [HttpGet("email/new")]
    public Task<IActionResult> New() => ShowAsync();

    [HttpPost("email/new")]
    public Task<IActionResult> Create(NewEmailPage form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return ActAsync(form.Link, found => NameAsync(form, found));
    }

    [HttpGet("email/new/sent")]
    public IActionResult Sent() => View("NewEmailSent");

    protected override Task<MailedEmailChange?> FindAsync(string? token) => changes.FindAsync(LinkPurpose.EmailChangeOld, token);

    protected override Guid IdOf(MailedEmailChange found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.Link.Id;
    }

    protected override ViewResult Ask(MailedEmailChange found)
    {
        ArgumentNullException.ThrowIfNull(found);
        ModelState.Remove(nameof(NewEmailPage.Link));
        return View("NewEmail", new NewEmailPage { Link = found.Link.Id, Current = found.Change!.OldEmail });
    }

    private async Task<IActionResult> NameAsync(NewEmailPage form, MailedEmailChange found)
    {
        if (input.Read(form.Email, ModelState) is not { } email)
        {
            return Again(found);
        }

        switch (await changes.NameAsync(found, email))
        {
            case EmailChangeOutcome.Sent:
                return Finish("sent");
            case EmailChangeOutcome.Nothing:
                return Dead();
            case var outcome:
                input.Report(outcome, found.User, ModelState);
                return Again(found);
        }
    }
}
