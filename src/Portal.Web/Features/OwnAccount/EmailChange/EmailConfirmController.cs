using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Features.OwnAccount.EmailChange;

/// <summary>From the mail to the new address: it counts from now on (MAIL-1).</summary>
public sealed class EmailConfirmController(EmailChangeLinks changes, LinkCookie links, IStringLocalizer<EmailChangesText> text)
    : EmailLinkController(changes, links, text, LinkPurpose.EmailChangeNew, "confirm")
{
    [HttpGet("email/confirm/{token}", Order = 1)]
    public IActionResult Open(string token) => Begin(token);

    [HttpGet("email/confirm")]
    public Task<IActionResult> Show() => ShowAsync();

    [HttpPost("email/confirm")]
    public Task<IActionResult> Create(Guid link) => ActAsync(link, Changes.ConfirmAsync);

    [HttpGet("email/confirm/done")]
    public IActionResult Done() => DonePage();
}
