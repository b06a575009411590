using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Features.Dev.Network;

/// <summary>
/// Where the telephone network of the demonstration is told of settings and calls (OPT-3). It does what a receiver
/// must: checks the signature and its time, knows a message again by its id, and lets an old version be.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[SignedWebhook]
[DemonstrationOnly]
[OwnTransaction]
[ServedIn(Site.Outside)]
[Route("dev/network/{tenant}/hooks")]
public sealed class NetworkHooksController(NetworkStand stand, TimeProvider clock) : Controller
{
    private const int LongestBody = 4 * WebhookQueue.LongestBody;

    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    [HttpPost("")]
    [RequestSizeLimit(LongestBody)]
    public async Task<IActionResult> Receive(string tenant)
    {
        using var reader = new StreamReader(Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(HttpContext.RequestAborted);
        var id = Header("webhook-id");
        if (!IsGenuine(id, body) || NetworkMessage.Read(id, tenant, body, clock.GetUtcNow()) is not { } message)
        {
            Note(tenant, null, "forged");
            return StatusCode(StatusCodes.Status401Unauthorized);
        }

        switch (stand.Mode)
        {
            case NetworkMode.Down:
                Note(tenant, message, "down");
                HttpContext.Abort();
                return new EmptyResult();
            case NetworkMode.Failing:
                Note(tenant, message, "failed");
                return StatusCode(StatusCodes.Status503ServiceUnavailable);
            case NetworkMode.Slow:
                await Task.Delay(Slowness, clock, HttpContext.RequestAborted);
                break;
            default:
                break;
        }

        Note(tenant, message, stand.Receive(message) ? "taken" : "again");
        return NoContent();
    }

    private void Note(string tenant, NetworkMessage? message, string outcome) =>
        stand.Note(new NetworkTry(clock.GetUtcNow(), tenant, message?.Number, outcome));

    private bool IsGenuine(string id, string body)
    {
        if (!long.TryParse(Header("webhook-timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds)
        {
            return false;
        }

        var expected = Encoding.UTF8.GetBytes(WebhookSignature.Of([WebhookSecret.TryRead(DemonstrationNetwork.Secret)!], id, seconds,
            Encoding.UTF8.GetBytes(body)));
        return Header("webhook-signature").Split(' ')
            .Any(signature => CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(signature)));
    }

    private string Header(string name) => Request.Headers[name].ToString();
}
