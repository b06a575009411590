using Portal.Web.Audit;

namespace Portal.Web.Domain.Accounts.Throttling;

/// <summary>What is recorded of network addresses that try too much.</summary>
internal sealed class ThrottlingEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.RateLimited, "Too many attempts from one address"),
    ]);
