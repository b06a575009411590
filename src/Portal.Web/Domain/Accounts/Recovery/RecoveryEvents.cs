using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Recovery;

/// <summary>What is recorded of ways back in.</summary>
internal sealed class RecoveryEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.RecoveryRequested, "A request for a temporary password matches what is registered")
        {
            Group = HistoryGroups.Password,
            Mailed = "the temporary password, to the owner",
        },
        new(AuditKinds.RecoveryRefused, "A request for a temporary password or a reset link does not match, or comes too often")
        {
            Mailed = "for a link, to the owner: when a reset is possible again, once mismatches have stopped it or while it pauses",
        },
        new(AuditKinds.ResetLinkSent, "A link to set a new password is mailed") { Group = HistoryGroups.Password },
        new(AuditKinds.PasswordReset, "A new password is set from a mailed link (with `released`, if the account was locked)")
        {
            Group = HistoryGroups.Password,
        },
        new(AuditKinds.AccountActivated, "A first password is set from an invitation") { Group = HistoryGroups.Password },
        new(AuditKinds.SignInDisowned, "The owner says that a sign-in was not its own (with `locked`, reason `Disowned`)")
        {
            Group = HistoryGroups.Session,
        },
    ]);
