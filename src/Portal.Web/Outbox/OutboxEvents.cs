using Portal.Web.Audit;

namespace Portal.Web.Outbox;

/// <summary>What is recorded of messages that do not get out.</summary>
internal sealed class OutboxEvents() : EventContribution(typeof(AuditText),
    [
        new(OutboxRetried, "A mail or webhook that does not get out is tried again") { Mailed = "the mail itself" },
        new(OutboxGivenUp, "A mail or webhook is given up"),
    ])
{
    public const string OutboxRetried = "outbox-retried";
    public const string OutboxGivenUp = "outbox-given-up";
}
