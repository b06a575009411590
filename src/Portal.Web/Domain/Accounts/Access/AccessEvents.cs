using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Access;

/// <summary>What is recorded of IDs and contracts that may sign in, or no longer.</summary>
internal sealed class AccessEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.UserDisabled, "Sign-in is disabled") { Group = HistoryGroups.Account },
        new(AuditKinds.UserEnabled, "Sign-in is enabled") { Group = HistoryGroups.Account },
        new(AuditKinds.DormantNoticeSent, "An ID has lain idle for long"),
        new(AuditKinds.ValidityNoticeSent, "The last day of an ID is near"),
        new(AuditKinds.ContractSuspended, "A contract is suspended") { Mailed = "to the contract's managers" },
        new(AuditKinds.ContractResumed, "A contract is resumed") { Mailed = "to the contract's managers" },
    ]);
