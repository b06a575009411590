using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Features.Shared.MailedLinks;
using Portal.Web.Http.Cookies;
using Portal.Web.Mail;
using Portal.Web.Mail.Notices;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.SignInNotices;

/// <summary>
/// "This was not me": the mailed link only leads to the question, so that a mail scanner locks nobody out (NOTICE-1).
/// </summary>
public sealed class NotMeController(DisownService disowning, LinkCookie links, MailQueue mails, PortalDbContext db, CurrentTenant tenant,
    IStringLocalizer<SignInNoticesText> text, TimeProvider clock)
    : MailedLinkController<DisownableSignIn>(links, "not-me")
{
    /// <summary>Whose account it is, the page behind the redirect does not know any more.</summary>
    private const string WaysKey = "not-me-ways";

    [HttpGet("not-me/{token}", Order = 1)]
    public IActionResult Open(string token) => Begin(token);

    [HttpGet("not-me")]
    public Task<IActionResult> Show() => ShowAsync();

    [HttpPost("not-me")]
    public Task<IActionResult> Create(Guid link) => ActAsync(link, DisownAsync);

    [HttpGet("not-me/done")]
    public IActionResult Done()
    {
        string[] ways = (TempData[WaysKey] as string)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return View("NotMeDone", new NotMeDonePage(ways, tenant.Value.Profile.Operators?.Manager.ToString() ?? text["Manager"])
        {
            BeginsHere = WaysBack.AreByOneself(ways),
        });
    }

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
        TempData[WaysKey] = string.Join(' ', await WaysAsync(found.Link.User!));
        return Finish("done");
    }

    /// <summary>The same as in the mail about it.</summary>
    private async Task<IReadOnlyList<string>> WaysAsync(PortalUser user)
    {
        var today = tenant.Value.Zone.DayOf(clock.GetUtcNow());
        var hasManager = await WaysBack.HasManagerAsync(db, user, today, HttpContext.RequestAborted);
        return WaysBack.Of(tenant.Value, user, hasManager, passwordIsVoid: false);
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
