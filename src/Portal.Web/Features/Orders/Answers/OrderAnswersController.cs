using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Portal.Web.Domain.Orders.Moves;
using Portal.Web.Http.Places;
using Portal.Web.Outbox.Webhooks;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Orders.Answers;

/// <summary>
/// Where a back office answers (ORDER-5): Standard Webhooks, signed with the secret of the endpoint that is told of
/// orders. Nothing is looked up before the signature was found right, and an answer that comes again, be it five times
/// on two nodes at once, is done once.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[SignedWebhook]
[OwnTransaction]
[ServedIn(Site.Outside)]
[Route("hooks/{slug}/orders")]
public sealed class OrderAnswersController(TenantCatalog tenants, TenantWork work, IOptions<WebhookOptions> options, TimeProvider clock)
    : Controller
{
    /// <summary>As who answers act; histories show it.</summary>
    private const string Actor = "backoffice";

    private const string Told = "orders.submitted";
    private const int LongestBody = 20_000;

    [HttpPost("")]
    [RequestSizeLimit(LongestBody)]
    public async Task<IActionResult> Receive(string slug)
    {
        if (await tenants.FindBySlugAsync(slug) is not { Suspended: false } tenant || !tenant.Has(TenantFeatures.Orders)
            || options.Value.Find(tenant.Slug, Told) is not { } endpoint)
        {
            return NotFound();
        }

        using var reader = new StreamReader(Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(HttpContext.RequestAborted);
        if (!WebhookSignature.IsGenuine(endpoint.Keys, Request.Headers, body, clock.GetUtcNow()))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (OrderAnswer.Read(body) is not { } answer)
        {
            return UnprocessableEntity();
        }

        // Not the request's own end: what the back office has said is done, also where it hangs up on us.
        var outcome = await work.RunAsync(tenant, WorkActor.System(Actor),
            services => services.GetRequiredService<OrderAnswers>().ApplyAsync(answer), CancellationToken.None);
        return outcome switch
        {
            null => NotFound(),
            OrderOutcome.Refused => Conflict(),
            OrderOutcome.TooLong => UnprocessableEntity(),
            _ => NoContent(),
        };
    }
}
