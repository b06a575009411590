using System.Text;
using Microsoft.Extensions.Options;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Outbox.Webhooks;

/// <summary>
/// Events of the outbox, on their way to a tenant's counterpart. Signed at each try with the secrets of that moment;
/// id and body are those of the first.
/// </summary>
internal sealed class WebhookChannel(WebhookClient client, IOptions<WebhookOptions> options, TenantCatalog catalog, OutboxBodies bodies,
    TimeProvider clock) : IOutboxChannel
{
    public OutboxChannel Channel => OutboxChannel.Webhook;

    public int AtOnce => 16;

    public int AtOncePerTenant => 2;

    public async Task<Delivery> DeliverAsync(ClaimedMessage message, CancellationToken cancellationToken)
    {
        var tenant = await catalog.FindAsync(message.TenantId, cancellationToken);
        if (options.Value.Find(tenant?.Slug ?? "", message.Kind) is not { Url: { } url } endpoint)
        {
            return new Delivery.Refused("There is no endpoint for it (Portal:Webhooks:Endpoints).");
        }

        var body = Encoding.UTF8.GetBytes(bodies.Unprotect(message.TenantId, message.ProtectedBody!).Text);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        var signature = WebhookSignature.Of(endpoint.Keys, message.MessageId, timestamp, body);
        return await client.SendAsync(new SignedWebhook(url, message.MessageId, timestamp, signature, body), cancellationToken);
    }
}
