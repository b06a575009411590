using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.SignIn;

/// <summary>What is recorded of sign-ins on their way.</summary>
internal sealed class SignInEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.SignInFailed, "Sign-in is refused; the reason says why") { Group = HistoryGroups.Failure },
        new(AuditKinds.SignInPasswordAccepted, "The password was right, a code is asked for"),
    ]);
