using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Attempts;

/// <summary>What is recorded of sign-ins that succeed.</summary>
internal sealed class AttemptEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.SignedIn, "Sign-in is complete: password, and code where one is asked for")
        {
            Group = HistoryGroups.SignIn,
            Mailed = "where the profile's `signInNotice` says so: to the owner, with a link \"this was not me\"",
        },
    ]);
