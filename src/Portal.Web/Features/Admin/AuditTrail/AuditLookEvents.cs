using Portal.Web.Audit;

namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>What is recorded of staff that looks at the log.</summary>
internal sealed class AuditLookEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditViewed, "The audit log, or one event, is looked at"),
    ])
{
    public const string AuditViewed = "audit-viewed";
}
