using Portal.Web.Audit;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Domain.Accounts.Lockout;

/// <summary>What is recorded of locks and their ends.</summary>
internal sealed class LockoutEvents() : EventContribution(typeof(AuditText),
    [
        new(AuditKinds.Locked, "The last failure that the policy allows, or too many wrong codes") { Group = HistoryGroups.Lock },
        new(AuditKinds.LockMailsSummed, "The day after one with more locks than lock mails"),
        new(AuditKinds.PasswordVoided, "The last failure where locking makes the password void, or a hundred failures")
        {
            Group = HistoryGroups.Lock,
        },
        new(AuditKinds.Released, "A manager, the staff, a temporary password or a reset releases") { Group = HistoryGroups.Release },
        new(AuditKinds.ReleasedByTime, "The time of a lock is over; dated when it really ended")
        {
            Group = HistoryGroups.Release,
            Mailed = "– (the first mail has named the time)",
        },
    ]);
