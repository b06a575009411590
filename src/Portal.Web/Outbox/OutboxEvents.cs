using Portal.Web.Audit;

namespace Portal.Web.Outbox;

/// <summary>What is recorded of messages that do not get out.</summary>
internal sealed class OutboxEvents() : EventContribution(typeof(AuditText),
    [
        new(OutboxRetried, "A mail or webhook that does not get out is tried again") { Mailed = "the mail itself" },
        new(OutboxGivenUp, "A mail or webhook is given up"),
        new(BackupRestored, "The database came back from a backup: sessions are ended, what waited to be sent is held"),
    ])
{
    public const string OutboxRetried = "outbox-retried";
    public const string OutboxGivenUp = "outbox-given-up";
    public const string BackupRestored = "backup-restored";
}
