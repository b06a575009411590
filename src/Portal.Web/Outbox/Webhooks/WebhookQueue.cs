using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Outbox.Webhooks;

/// <summary>
/// Puts events for the current tenant's counterpart into the outbox, in the transaction of what causes them: either
/// both happen or neither.
/// </summary>
public sealed class WebhookQueue(PortalDbContext db, CurrentTenant current, IOptions<WebhookOptions> options, OutboxBodies bodies,
    OutboxSignal signal, TimeProvider clock)
{
    /// <summary>Characters; receivers need not take more.</summary>
    public const int LongestBody = 20_000;

    // The finest step of time that both databases keep.
    private static readonly TimeSpan Step = TimeSpan.FromMicroseconds(1);

    // Mails have the same column.
    private const string Prefix = "webhook/";


    // The text is JSON for a machine, and no page.
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="key">What it is about, such as a telephone number: events of one key arrive in the order in which
    /// they are told here, which is the caller's to keep by holding that thing's lock.</param>
    /// <param name="businessKey">Unique in the tenant: the same key is one event, whoever tells it and however
    /// often.</param>
    /// <param name="validUntil">Not told after this moment, and ahead of what has no end: it waits for nothing but
    /// others of its kind.</param>
    /// <returns>False where nobody is told: the tenant has no endpoint for such events.</returns>
    public async Task<bool> EnqueueAsync(PortalWebhook webhook, string key, string businessKey,
        DateTimeOffset? validUntil = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentException.ThrowIfNullOrEmpty(businessKey);
        if (!Reaches(webhook.Kind))
        {
            return false;
        }

        var ownKey = Stored(businessKey);
        if (!await IsKnownAsync(ownKey, cancellationToken))
        {
            db.Outbox.Add(Row(webhook, key, ownKey, await PlaceAsync(key, cancellationToken), validUntil));
            signal.Owe(OutboxChannel.Webhook);
        }

        return true;
    }

    /// <summary>Whether the current tenant has an endpoint that is told of such events.</summary>
    public bool Reaches(string kind) => options.Value.Find(current.Value.Slug, kind) is not null;

    /// <summary>A business key as the row has it.</summary>
    public static string Stored(string businessKey) => Prefix + businessKey;

    /// <summary>A row's key as its writer gave it.</summary>
    public static string Told(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.Split('/', 2)[^1];
    }

    // Two transactions at once both find nothing; then the unique index lets one commit.
    private async Task<bool> IsKnownAsync(string businessKey, CancellationToken cancellationToken) =>
        db.Outbox.Local.Any(row => row.TenantId == current.Value.Id && row.BusinessKey == businessKey)
        || await db.Outbox.AnyAsync(row => row.BusinessKey == businessKey, cancellationToken);

    /// <summary>
    /// Behind all that is owed of the same key, also where several are told at one moment, or by a node whose clock is
    /// ahead of this one's.
    /// </summary>
    private async Task<DateTimeOffset> PlaceAsync(string key, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var owed = await db.Outbox
            .Where(row => row.Channel == OutboxChannel.Webhook && row.Recipient == key && OutboxStates.Owed.Contains(row.State))
            .MaxAsync(row => (DateTimeOffset?)row.CreatedAt, cancellationToken);
        var added = db.Outbox.Local.Where(row => row.Channel == OutboxChannel.Webhook && row.Recipient == key)
            .Max(row => (DateTimeOffset?)row.CreatedAt);
        var last = added > owed || owed is null ? added : owed;
        return last >= now ? last.Value + Step : now;
    }

    private OutboxMessage Row(PortalWebhook webhook, string key, string businessKey, DateTimeOffset place, DateTimeOffset? validUntil)
    {
        var (tenant, now, id) = (current.Value, clock.GetUtcNow(), Guid.CreateVersion7());
        return new OutboxMessage
        {
            TenantId = tenant.Id,
            Id = id,
            Channel = OutboxChannel.Webhook,
            Kind = webhook.Kind,
            BusinessKey = businessKey,
            MessageId = $"msg_{id:N}",
            Recipient = key,
            Language = tenant.Profile.DefaultLanguage,
            SenderName = tenant.Profile.Name.In(tenant.Profile.DefaultLanguage),
            SenderAddress = "",
            Subject = webhook.Kind,
            ProtectedBody = bodies.Protect(tenant.Id, new OutboxBody(Text(webhook, now), "")),
            State = OutboxState.Waiting,
            CreatedAt = place,
            NextTryAt = now,
            ValidUntil = validUntil,
        };
    }

    // Written once: every try sends the same bytes.
    private static string Text(PortalWebhook webhook, DateTimeOffset now)
    {
        var data = JsonSerializer.SerializeToElement(webhook, webhook.GetType(), Json);
        var text = JsonSerializer.Serialize(new { type = webhook.Kind, timestamp = now, data }, Json);
        return text.Length <= LongestBody ? text
            : throw new ArgumentException($"A webhook \"{webhook.Kind}\" of {text.Length} characters is too long.", nameof(webhook));
    }
}
