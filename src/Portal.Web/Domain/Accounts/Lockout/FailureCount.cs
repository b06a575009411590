using Portal.Rules.Lockout;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Lockout;

/// <summary>Counts one wrong password and locks or voids where that was one too many.</summary>
internal static class FailureCount
{
    private const int AddressesKept = 10;

    public static void Add(SignInState row, LockoutPolicy policy, AttemptSource source, DateTimeOffset now, string? address, AuditLog audit,
        AuditSubject subject)
    {
        var (state, effect) = LockoutRules.Fail(row.ToLockout(), policy, source, now);
        row.Store(state);
        row.FailureAddresses = string.Join(' ',
            row.FailureAddresses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(address ?? "?").TakeLast(AddressesKept));
        switch (effect)
        {
            case FailureEffect.LockedNow locked:
                audit.Record(AuditKinds.Locked, subject,
                    details: new { failures = policy.Limit, source = source.ToString(), until = locked.Until });
                break;
            case FailureEffect.VoidedNow:
                audit.Record(AuditKinds.PasswordVoided, subject,
                    details: new { failures = state.TotalFailures, source = source.ToString() });
                break;
            default:
                break;
        }
    }
}
