using System.Text.Json;
using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Domain.OptionServices;

/// <summary>What the network is told, and by which keys messages are known again.</summary>
internal static class ProvisioningKinds
{
    public const string SettingSaved = "provisioning.setting-saved";
    public const string CallRequested = "provisioning.call-requested";
}

/// <param name="Version">Of this service of this number; a receiver that has a later one lets this one be.</param>
internal sealed record SettingSaved(string Number, string Service, int Version, JsonElement Settings) : PortalWebhook
{
    internal override string Kind => ProvisioningKinds.SettingSaved;
}

/// <param name="Number">Rings first.</param>
/// <param name="Target">Is called once somebody answers there.</param>
/// <param name="Until">After this moment nobody waits for it any more.</param>
internal sealed record CallRequested(string Number, string Target, DateTimeOffset Until) : PortalWebhook
{
    internal override string Kind => ProvisioningKinds.CallRequested;
}
