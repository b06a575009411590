using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Reauthentication;

/// <summary>What is recorded of proofs before sensitive acts.</summary>
internal sealed class ReauthenticationEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.Reauthenticated, "A signed-in user proves itself again"),
        new(AuditKinds.ReauthenticationFailed, "The proof was wrong") { Group = HistoryGroups.Failure },
    ]);
