using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Http.Cookies;

namespace Portal.Web.Features.OwnAccount.EmailChange;

/// <summary>From the mail to the old address: it counts again (MAIL-1).</summary>
public sealed class EmailRevertController(EmailChangeLinks changes, LinkCookie links, IStringLocalizer<EmailChangesText> text)
    : EmailLinkController(changes, links, text, LinkPurpose.EmailChangeUndo, "revert")
{
    [HttpGet("email/revert/{token}", Order = 1)]
    public IActionResult Open(string token) => Begin(token);

    [HttpGet("email/revert")]
    public Task<IActionResult> Show() => ShowAsync();

    [HttpPost("email/revert")]
    public Task<IActionResult> Create(Guid link) => ActAsync(link, Changes.UndoAsync);

    [HttpGet("email/revert/done")]
    public IActionResult Done() => DonePage();
}
