using Portal.Web.Audit;

namespace Portal.Web.Outbox;

/// <summary>What is recorded of messages that do not get out.</summary>
internal sealed class OutboxEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.OutboxRetried, "A mail or webhook that does not get out is tried again") { Mailed = "the mail itself" },
        new(AuditKinds.OutboxGivenUp, "A mail or webhook is given up"),
    ]);
