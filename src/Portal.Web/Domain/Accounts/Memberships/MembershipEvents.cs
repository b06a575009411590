using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Memberships;

/// <summary>What is recorded of memberships, in the history of the contract and of the person.</summary>
internal sealed class MembershipEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.MembershipGranted, "A user may work for another contract of its holder") { Group = HistoryGroups.Account },
        new(AuditKinds.MembershipChanged, "What a user is in a contract beside its own changes") { Group = HistoryGroups.Account },
        new(AuditKinds.MembershipWithdrawn, "A user may not work for that contract any more") { Group = HistoryGroups.Account },
        new(AuditKinds.ContractSwitched, "A user goes on working for another of its contracts") { Group = HistoryGroups.Session },
    ]);
