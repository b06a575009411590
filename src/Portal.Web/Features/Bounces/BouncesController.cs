using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Web.Data;
using Portal.Web.Http.Places;
using Portal.Web.Mail;
using Portal.Web.Mail.Bounces;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Bounces;

/// <summary>
/// Where a mail server hands over what comes to the return path of mails (ML-05). Nothing is read before the address is
/// found to be one of ours, and every answer is the same: who asks learns of no mail and of no address.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[SignedWebhook]
[OwnTransaction]
[ServedIn(Site.Outside)]
[Route("hooks/bounces")]
public sealed class BouncesController(TenantCatalog tenants, TenantWork work, BounceTag tags, IOptions<MailOptions> options) : Controller
{
    /// <summary>As who reports act; histories show it.</summary>
    private const string Actor = "mail-bounces";

    // A report may hold the mail that it is about.
    private const int LongestReport = 1_000_000;

    /// <param name="to">The address that the report was delivered to.</param>
    [HttpPost("")]
    [RequestSizeLimit(LongestReport)]
    public async Task<IActionResult> Receive(string? to)
    {
        if (options.Value.Smtp.TaggedBounceAddress is not { } pattern)
        {
            return NotFound();
        }

        if (to is not null && tags.TryRead(pattern, to, out var id)
            && await DeliveryReport.SaysNoMailboxAsync(Request.Body, HttpContext.RequestAborted))
        {
            await FlagAsync(id);
        }

        return NoContent();
    }

    private async Task FlagAsync(Guid id)
    {
        PortalTenant[] places = [.. await tenants.ListAsync(HttpContext.RequestAborted),
            await tenants.StaffRealmAsync(HttpContext.RequestAborted)];
        var owner = await work.LookAcrossAsync(places.Select(tenant => tenant.Id),
            db => db.Outbox.AcrossTenants(db.Scope).Where(row => row.Id == id).Select(row => (Guid?)row.TenantId).SingleOrDefaultAsync());
        if (places.FirstOrDefault(tenant => tenant.Id == owner) is not { } place)
        {
            return;
        }

        await work.RunAsync(place, WorkActor.System(Actor), async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var mail = await db.Outbox.Where(row => row.Id == id).Select(row => new { row.Recipient, row.CreatedAt })
                .SingleOrDefaultAsync();
            if (mail is not null)
            {
                foreach (var listener in services.GetServices<IBounceListener>())
                {
                    await listener.BouncedAsync(mail.Recipient, mail.CreatedAt);
                }
            }

            return mail is not null;
        });
    }
}
