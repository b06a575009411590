using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Portal.Web.Features.Dev.Phone;
using Portal.Web.Outbox.Webhooks;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Dev.BackOffice;

/// <summary>Answers as a back office does: over HTTP, signed.</summary>
public sealed class BackOfficeAnswers(BackOfficeStand stand, SimulatedNetwork network, IOptions<SiteOptions> site, TimeProvider clock)
{
    private const string Refusal = "ご希望の日までに手配できません。";

    /// <summary>What the mode says to a message.</summary>
    public async Task AnswerAsync(BackOfficeMessage message, BackOfficeMode mode, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        string[] results = mode switch
        {
            BackOfficeMode.Refusing => ["failed"],
            BackOfficeMode.Twice => ["accepted", "accepted"],
            _ => message.Number.StartsWith('R') ? ["accepted", "arranged"] : ["accepted"],
        };
        foreach (var result in results)
        {
            await SendAsync(message, result, cancellationToken);
        }
    }

    private async Task SendAsync(BackOfficeMessage message, string result, CancellationToken cancellationToken)
    {
        var reason = result == "failed" ? Refusal : null;
        var body = JsonSerializer.Serialize(new { type = "orders.result", data = new { number = message.Number, result, reason } });
        var (id, at) = ($"answer_{Guid.CreateVersion7():N}", clock.GetUtcNow().ToUnixTimeSeconds());
        var signature = WebhookSignature.Of([WebhookSecret.TryRead(BackOfficeStand.Secret)!], id, at, Encoding.UTF8.GetBytes(body));
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await network.PostAsync(new Uri(site.Value.BaseUrl!, $"/hooks/{message.Tenant}/orders"), content,
            [("webhook-id", id), ("webhook-timestamp", at.ToString(CultureInfo.InvariantCulture)), ("webhook-signature", signature)],
            cancellationToken);
        stand.Note(message.Id, $"{result} {(answer is { } told ? ((int)told.Status).ToString(CultureInfo.InvariantCulture) : "–")}");
    }
}
