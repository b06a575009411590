namespace Portal.Web.Audit;

/// <summary>What the log says of itself.</summary>
internal sealed class RetentionEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.HistoryTrimmed, "Events older than the retention are removed"),
    ]);
