using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Sessions;

/// <summary>What is recorded of sessions and trusted browsers.</summary>
internal sealed class SessionEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.SignedOut, "Somebody signs out") { Group = HistoryGroups.SignIn },
        new(AuditKinds.SessionEnded, "Sessions are ended by their user from elsewhere, by somebody else, or because there are too many")
        {
            Group = HistoryGroups.Session,
        },
        new(AuditKinds.BrowserTrusted, "A browser is not asked for the second factor for a while") { Group = HistoryGroups.Factor },
        new(AuditKinds.BrowserDistrusted, "A trusted browser is trusted no longer") { Group = HistoryGroups.Factor },
    ]);
