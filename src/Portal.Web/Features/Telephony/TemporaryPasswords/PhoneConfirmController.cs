using Microsoft.AspNetCore.Mvc;
using Portal.Web.Domain.Telephony;
using Portal.Web.Features.Shared.MailedLinks;
using Portal.Web.Http.Cookies;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Telephony.TemporaryPasswords;

/// <summary>
/// From the mail about a call, where the tenant has its owner asked: the temporary password works from now on (IV-W04).
/// </summary>
public sealed class PhoneConfirmController(PhonePasswordLinks asked, LinkCookie links, CurrentTenant tenant)
    : MailedLinkController<AskedPhonePassword>(links, "temp-password/confirm")
{
    [HttpGet("temp-password/confirm/{token}", Order = 1)]
    public IActionResult Open(string token) => Begin(token);

    [HttpGet("temp-password/confirm")]
    public Task<IActionResult> Show() => ShowAsync();

    [HttpPost("temp-password/confirm")]
    public Task<IActionResult> Create(Guid link) =>
        ActAsync(link, async found => await asked.ConfirmAsync(found) ? Finish("done") : Dead());

    [HttpGet("temp-password/confirm/done")]
    public IActionResult Done() => View("PhoneConfirmed", tenant.Value);

    protected override Task<AskedPhonePassword?> FindAsync(string? token) => asked.FindAsync(token);

    protected override Guid IdOf(AskedPhonePassword found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.Link.Id;
    }

    protected override ViewResult Ask(AskedPhonePassword found) => View("PhoneConfirm", found);
}
