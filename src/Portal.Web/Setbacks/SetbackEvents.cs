using Portal.Web.Audit;

namespace Portal.Web.Setbacks;

/// <summary>What is recorded of rows that cannot be handled.</summary>
internal sealed class SetbackEvents() : EventContribution(typeof(AuditText),
    [
        new(WorkSetAside, "A row that a worker could not handle is set aside"),
        new(WorkRetried, "Work that was set aside is tried again"),
    ])
{
    public const string WorkSetAside = "work-set-aside";
    public const string WorkRetried = "work-retried";
}
