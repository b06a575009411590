using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Text;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Features.Shared.MailedLinks;
using Portal.Web.Http.Cookies;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.SignInNotices;

/// <summary>
/// "This was not me": the mailed link only leads to the question, so that a mail scanner locks nobody out (NOTICE-1).
/// </summary>
public sealed class NotMeController(DisownService disowning, LinkCookie links, MailQueue mails, CurrentTenant tenant, TimeProvider clock)
    : MailedLinkController<DisownableSignIn>(links, "not-me")
{
    [HttpGet("not-me/{token}", Order = 1)]
    public IActionResult Open(string token) => Begin(token);

    [HttpGet("not-me")]
    public Task<IActionResult> Show() => ShowAsync();

    [HttpPost("not-me")]
    public Task<IActionResult> Create(Guid link) => ActAsync(link, DisownAsync);

    [HttpGet("not-me/done")]
    public IActionResult Done() => View("NotMeDone", tenant.Value);

    protected override Task<DisownableSignIn?> FindAsync(string? token) => disowning.FindAsync(token);

    protected override Guid IdOf(DisownableSignIn found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return found.Link.Id;
    }

    protected override ViewResult Ask(DisownableSignIn found) => View("NotMe", Page(found));

    private async Task<IActionResult> DisownAsync(DisownableSignIn found)
    {
        if (!await disowning.DisownAsync(found.Link))
        {
            return Dead();
        }

        await ReportAsync(found);
        return Finish("done");
    }

    private static NotMePage Page(DisownableSignIn found) =>
        new(found.Link.Id, found.Link.User!.UserName!, found.SignIn?.OccurredAt, found.SignIn?.Address,
            BrowserName.Of(found.SignIn?.Browser));

    private async Task ReportAsync(DisownableSignIn found)
    {
        if (tenant.Value.Profile.Mail.ReportAddress is { } address)
        {
            var page = Page(found);
            var report = new DisownedReportMail(
                page.LoginId, found.Link.User!.Contract?.Number, clock.GetUtcNow(), page.At, page.Address, page.Browser);
            await mails.EnqueueAsync(report, new MailRecipient(tenant.Value.Id, address), $"sign-in-disowned/{found.Link.Id:N}");
        }
    }
}
