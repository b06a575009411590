using Portal.Rules.Lockout;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Lockout;

/// <summary>
/// Ends the locks whose time is over, each with a row of its own, dated when it really ended (LOCK-9).
/// </summary>
internal static class LockoutLapse
{
    /// <summary>The caller holds the row lock.</summary>
    public static LockoutState Apply(SignInState row, AuditSubject subject, AuditLog audit, DateTimeOffset now)
    {
        var facts = row.ToLockout();
        foreach (var lapsed in LockoutRules.Lapsed(facts, now))
        {
            audit.Record(AuditKinds.ReleasedByTime, subject, details: new { source = lapsed.Source.ToString() },
                occurredAt: lapsed.EndedAt);
        }

        var (state, _) = LockoutRules.Lapse(facts, now);
        row.Store(state);
        return state;
    }
}
