using Portal.Web.Audit;

namespace Portal.Web.Features.Admin.Outbox;

/// <summary>What is recorded of staff that looks at mails and webhooks.</summary>
internal sealed class OutboxLookEvents() : EventContribution(typeof(AuditText),
    [
        new(OutboxViewed, "A mail or webhook is opened in the outbox"),
    ])
{
    public const string OutboxViewed = "outbox-viewed";
}
