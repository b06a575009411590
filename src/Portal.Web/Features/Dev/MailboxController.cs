using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Gates;
using Portal.Web.Mail;

namespace Portal.Web.Features.Dev;

/// <summary>Mail that demonstration mode caught, newest first.</summary>
[AllowAnonymous]
[DemonstrationOnly]
[Route("dev/mailbox")]
public sealed class MailboxController(PortalDbContext db, IOptions<MailOptions> options) : Controller
{
    private const int Shown = 200;

    // A mail is shown as it would look elsewhere, with its own styles, and can do nothing here: no scripts, no forms,
    // no pictures, no cookies.
    private const string MailPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    [HttpGet]
    public async Task<IActionResult> Index(string? to) =>
        View("Mailbox", new MailboxPage(to, options.Value.Smtp.Server, await NewestAsync(to)));

    [HttpGet("/dev/mailbox.json")]
    public async Task<IActionResult> List(string? to) =>
        Json((await NewestAsync(to)).Select(mail => new { mail.To, mail.Subject, mail.Text, mail.Html, mail.SentAt }));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) =>
        await db.CaughtMails.FindAsync(id) is { } mail ? View("CaughtMail", mail) : NotFound();

    [HttpGet("{id:guid}/html")]
    public async Task<IActionResult> Html(Guid id)
    {
        if (await db.CaughtMails.FindAsync(id) is not { } mail)
        {
            return NotFound();
        }

        Response.Headers[HeaderNames.ContentSecurityPolicy] = MailPolicy;
        return Content(mail.Html, "text/html; charset=utf-8");
    }

    private Task<List<CaughtMail>> NewestAsync(string? to) =>
        db.CaughtMails.AsNoTracking().Where(mail => string.IsNullOrEmpty(to) || mail.To == to)
            .OrderByDescending(mail => mail.SentAt).ThenByDescending(mail => mail.Id).Take(Shown).ToListAsync();
}
