using Portal.Web.Audit;

namespace Portal.Web.Setbacks;

/// <summary>What is recorded of rows that cannot be handled.</summary>
internal sealed class SetbackEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.WorkSetAside, "A row that a worker could not handle is set aside"),
        new(AuditKinds.WorkRetried, "Work that was set aside is tried again"),
    ]);
