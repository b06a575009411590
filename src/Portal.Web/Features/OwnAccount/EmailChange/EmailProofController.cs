using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Features.OwnAccount.EmailChange;

/// <summary>From the mail to an address that somebody else entered: its reader confirms it (MAIL-3).</summary>
public sealed class EmailProofController(EmailChangeLinks changes, LinkCookie links, IStringLocalizer<EmailChangesText> text)
    : EmailLinkController(changes, links, text, LinkPurpose.EmailConfirmation, "proof")
{
    [HttpGet("email/proof/{token}", Order = 1)]
    public IActionResult Open(string token) => Begin(token);

    [HttpGet("email/proof")]
    public Task<IActionResult> Show() => ShowAsync();

    [HttpPost("email/proof")]
    public Task<IActionResult> Create(Guid link) => ActAsync(link, Changes.ProveAsync);

    [HttpGet("email/proof/done")]
    public IActionResult Done() => DonePage();
}
