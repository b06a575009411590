using Portal.Web.Outbox.Webhooks;

namespace Portal.Web.Tests.Outbox.Webhooks;

/// <summary>An event that says what a test wants said.</summary>
internal sealed record SampleWebhook(string Says) : PortalWebhook
{
    internal override string Kind => "sample.said";
}
