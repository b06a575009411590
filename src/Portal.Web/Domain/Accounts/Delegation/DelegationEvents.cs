using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Delegation;

/// <summary>What is recorded of rights, and of those who lack them.</summary>
internal sealed class DelegationEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.PermissionsChanged, "Role or permissions of a user change") { Group = HistoryGroups.Account },
        new(AuditKinds.FactorRequirementChanged, "A manager or staff asks a second factor of a user, or no longer")
        {
            Group = HistoryGroups.Factor,
        },
        new(AuditKinds.AccessDenied, "A page or act that the role does not allow"),
        new(AuditKinds.ForeignIdRequested, "An ID of another contract, or a tenant out of reach"),
    ]);
