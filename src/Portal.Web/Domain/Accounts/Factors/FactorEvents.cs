using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Factors;

/// <summary>What is recorded of second factors.</summary>
internal sealed class FactorEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.FactorAdded, "Somebody adds an authenticator app or switches e-mailed codes on") { Group = HistoryGroups.Factor },
        new(AuditKinds.FactorRemoved, "A factor is removed or switched off, by its owner, a manager or staff")
        {
            Group = HistoryGroups.Factor,
        },
        new(AuditKinds.SecondFactorFailed, "A wrong app or recovery code is entered, or a passkey does not hold after the password")
        {
            Group = HistoryGroups.Failure,
        },
        new(AuditKinds.SignInCodeSent, "A code is mailed") { Mailed = "the code itself, to the owner" },
        new(AuditKinds.SignInCodeFailed, "A wrong e-mailed code is entered") { Group = HistoryGroups.Failure },
        new(AuditKinds.RecoveryCodesMade, "Recovery codes are made; the former ones are dead") { Group = HistoryGroups.Factor },
        new(AuditKinds.RecoveryCodeUsed, "Somebody signs in with a recovery code") { Group = HistoryGroups.Factor },
    ]);
