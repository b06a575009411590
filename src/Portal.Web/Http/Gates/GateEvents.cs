using Portal.Web.Audit;

namespace Portal.Web.Http.Gates;

/// <summary>What is recorded of requests that no page of ours sends.</summary>
internal sealed class GateEvents() : EventContribution(typeof(AuditText),
    [
        new(RequestForged, "A form without a valid token"),
        new(CrossTenantCookie, "A cookie of one tenant is presented to another"),
    ])
{
    public const string RequestForged = "request-forged";
    public const string CrossTenantCookie = "cross-tenant-cookie";
}
