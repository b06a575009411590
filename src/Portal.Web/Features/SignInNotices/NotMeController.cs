using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Text;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Http.Cookies;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.SignInNotices;

/// <summary>
/// "This was not me": the mailed link only leads to the question, so that a mail scanner locks nobody out (NOTICE-1).
/// </summary>
[AllowAnonymous]
[LinkPage]
public sealed class NotMeController(DisownService disowning, LinkCookie links, MailQueue mails, CurrentTenant tenant, TimeProvider clock)
    : Controller
{
    private const string Step = "not-me";

    [HttpGet("not-me/{token}", Order = 1)]
    public IActionResult Open(string token) => links.Take(HttpContext, Step, token, "~/not-me");

    [HttpGet("not-me")]
    public async Task<IActionResult> Show() => await FindAsync() is { } found ? View("NotMe", Page(found)) : Dead();

    [HttpPost("not-me")]
    public async Task<IActionResult> Create(Guid link)
    {
        if (await FindAsync() is not { } found)
        {
            return Dead();
        }

        if (found.Link.Id != link)
        {
            // Asked about another sign-in, in another tab: ask again.
            return new SeeOtherResult("~/not-me");
        }

        if (!await disowning.DisownAsync(found.Link))
        {
            return Dead();
        }

        await ReportAsync(found);
        links.Clear(HttpContext, Step);
        return new SeeOtherResult("~/not-me/done");
    }

    [HttpGet("not-me/done")]
    public IActionResult Done() => View("NotMeDone", tenant.Value);

    private Task<DisownableSignIn?> FindAsync() => disowning.FindAsync(links.Token(HttpContext, Step));

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

    private ViewResult Dead()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return View("DeadLink");
    }
}
