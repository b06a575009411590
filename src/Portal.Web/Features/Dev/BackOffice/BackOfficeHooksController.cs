using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Features.Dev.BackOffice;

/// <summary>
/// Where the back office of the demonstration is told of applications (ORDER-5). It does what a receiver must: checks
/// the signature and its time, and knows a message again by its id.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[SignedWebhook]
[DemonstrationOnly]
[OwnTransaction]
[ServedIn(Site.Outside)]
[Route("dev/backoffice/{tenant}/hooks")]
public sealed class BackOfficeHooksController(BackOfficeStand stand, BackOfficeAnswers answers, TimeProvider clock) : Controller
{
    private const int LongestBody = 4 * WebhookQueue.LongestBody;

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [HttpPost("")]
    [RequestSizeLimit(LongestBody)]
    public async Task<IActionResult> Receive(string tenant)
    {
        using var reader = new StreamReader(Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(HttpContext.RequestAborted);
        byte[][] keys = [WebhookSecret.TryRead(BackOfficeStand.Secret)!];
        if (!WebhookSignature.IsGenuine(keys, Request.Headers, body, clock.GetUtcNow()))
        {
            return StatusCode(StatusCodes.Status401Unauthorized);
        }

        if (Read(tenant, body) is not { } message)
        {
            return UnprocessableEntity();
        }

        var mode = stand.Mode;
        if (stand.Receive(message) && message.AwaitsAnswer && mode != BackOfficeMode.Waiting)
        {
            await answers.AnswerAsync(message, mode, HttpContext.RequestAborted);
        }

        return NoContent();
    }

    /// <returns>Null for what is no message about an application.</returns>
    private BackOfficeMessage? Read(string tenant, string body)
    {
        try
        {
            var message = JsonSerializer.Deserialize<JsonElement>(body);
            var data = message.GetProperty("data");
            var named = data.TryGetProperty("order", out var order) ? order : data;
            return message.GetProperty("type").GetString() is { } type && named.GetProperty("number").GetString() is { } number
                ? new BackOfficeMessage(Request.Headers["webhook-id"].ToString(), tenant, type, number,
                    JsonSerializer.Serialize(data, Indented), clock.GetUtcNow(), [])
                : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
