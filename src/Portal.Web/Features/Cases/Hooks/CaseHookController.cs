using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Portal.Rules.Cases;
using Portal.Web.Http.Places;
using Portal.Web.Outbox.Webhooks;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Cases.Hooks;

/// <summary>
/// Where other systems open cases: alarms, deliveries of reports (CASE-2). Standard Webhooks; nothing is looked up
/// before the signature was found right, and a message that comes again has the answer of the first.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[SignedWebhook]
[OwnTransaction]
[ServedIn(Site.Outside)]
[Route("hooks/{slug}/cases")]
public sealed class CaseHookController(TenantCatalog tenants, TenantWork work, IOptions<CaseHookOptions> options, TimeProvider clock)
    : Controller
{
    /// <summary>As who messages act; histories show it.</summary>
    private const string Actor = "cases-webhook";

    private const int LongestBody = 100_000;

    [HttpPost("")]
    [RequestSizeLimit(LongestBody)]
    public async Task<IActionResult> Receive(string slug)
    {
        if (options.Value.KeyOf(slug) is not { } key || await tenants.FindBySlugAsync(slug) is not { Suspended: false } tenant
            || !tenant.Has(TenantFeatures.Cases))
        {
            return NotFound();
        }

        using var reader = new StreamReader(Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(HttpContext.RequestAborted);
        if (!WebhookSignature.IsGenuine([key], Request.Headers, body, clock.GetUtcNow()))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var id = Request.Headers["webhook-id"].ToString();
        if (id.Length > CaseLimits.MessageId || CaseMessage.Read(body) is not { } message)
        {
            return UnprocessableEntity();
        }

        // Not the request's own end: what was said is done, also where the other side hangs up on us.
        var receipt = await work.RunAsync(tenant, WorkActor.System(Actor),
            services => services.GetRequiredService<CaseMessages>().OpenAsync(id, message), CancellationToken.None);
        return receipt.Number is not { } number ? UnprocessableEntity(new { problems = receipt.Problems })
            : StatusCode(receipt.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, new { number = CaseNumber.Of(number) });
    }
}
