using Portal.Rules.TemporaryPasswords;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Passwords;

/// <summary>Maps temporary passwords to the rules' facts and back.</summary>
internal static class TemporaryPasswords
{
    public static TemporaryPasswordState Facts(TemporaryPassword row) =>
        new(row.Origin, row.IssuedAt, row.ExpiresAt, row.WrongTries, row.EndedAt);

    public static void Miss(TemporaryPassword row, TemporaryPasswordPolicy policy, DateTimeOffset now, AuditLog audit, AuditSubject subject)
    {
        Store(row, TemporaryPasswordRules.Miss(Facts(row), policy, now));
        if (row.EndedAt is not null)
        {
            audit.Record(AuditKinds.TemporaryPasswordEnded, subject, "WrongTries");
        }
    }

    /// <summary>
    /// It expired or was missed too often, and no password was set since: the reason why nothing matches now.
    /// </summary>
    public static bool DiedUnused(TemporaryPassword row, TemporaryPasswordPolicy policy, PortalUser? user) =>
        (row.EndedAt is null || row.WrongTries >= policy.Tries) && !(user?.PasswordChangedAt > row.IssuedAt);

    /// <summary>It dies of something else than its own wrong tries.</summary>
    public static void End(TemporaryPassword row, DateTimeOffset now, AuditLog audit, AuditSubject subject, string reason)
    {
        Store(row, TemporaryPasswordRules.End(Facts(row), now));
        audit.Record(AuditKinds.TemporaryPasswordEnded, subject, reason);
    }

    public static void Hit(TemporaryPassword row) => Store(row, TemporaryPasswordRules.Hit(Facts(row)));

    private static void Store(TemporaryPassword row, TemporaryPasswordState state) =>
        (row.WrongTries, row.EndedAt) = (state.WrongTries, state.EndedAt);
}
