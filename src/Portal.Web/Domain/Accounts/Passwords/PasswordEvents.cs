using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Passwords;

/// <summary>What is recorded of passwords.</summary>
internal sealed class PasswordEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.PasswordChanged, "A password is changed, by choice or by force") { Group = HistoryGroups.Password },
        new(AuditKinds.PasswordChangeFailed, "A change is refused because the current password is wrong or the account is locked")
        {
            Group = HistoryGroups.Failure,
        },
        new(AuditKinds.TemporaryPasswordIssued, "A temporary password is issued, by mail, by a manager, by the staff or by telephone")
        {
            Group = HistoryGroups.Password,
        },
        new(AuditKinds.TemporaryPasswordEnded,
            "A temporary password dies of wrong tries, or of too many wrong codes while the password is void")
        {
            Group = HistoryGroups.Password,
        },
    ]);
