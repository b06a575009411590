using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Features.Cases.Hooks;

/// <summary>What systems that open cases and the portal share.</summary>
public sealed class CaseHookOptions
{
    public const string Section = "Portal:Cases";

    /// <summary>By the tenant's short name: "whsec_" and Base64, which signs the messages.</summary>
    public IDictionary<string, string> WebhookSecrets { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal bool HasSoundSecrets => WebhookSecrets.Values.All(secret => WebhookSecret.TryRead(secret) is not null);

    /// <summary>
    /// A signature says nothing of the tenant: with one secret for two, a message could be sent to the other.
    /// </summary>
    internal bool HasOwnSecrets => WebhookSecrets.Values.Distinct(StringComparer.Ordinal).Count() == WebhookSecrets.Count;

    /// <returns>Null where the tenant takes no cases from other systems.</returns>
    internal byte[]? KeyOf(string slug) => WebhookSecrets.TryGetValue(slug, out var secret) ? WebhookSecret.TryRead(secret) : null;
}
