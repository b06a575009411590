using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Passkeys;

/// <summary>What is recorded of passkeys.</summary>
internal sealed class PasskeyEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.PasskeyAdded, "A passkey is registered") { Group = HistoryGroups.Factor },
        new(AuditKinds.PasskeyRenamed, "A passkey gets another name") { Group = HistoryGroups.Factor },
        new(AuditKinds.PasskeyNotAdded, "A passkey is not registered: the browser's answer does not hold")
        {
            Group = HistoryGroups.Failure,
        },
        new(AuditKinds.PasskeyRemoved, "A passkey is removed") { Group = HistoryGroups.Factor },
        new(AuditKinds.PasskeyRefused, "A sign-in with a passkey is refused; the reason says why") { Group = HistoryGroups.Failure },
    ]);
