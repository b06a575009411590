using Portal.Rules.Lockout;
using Portal.Web.Accounts;
using Portal.Web.Data.Entities;

namespace Portal.Web.Features.Admin;

/// <summary>A lock as one reads it: what holds now, of whichever source.</summary>
/// <param name="Until">When it ends by itself; null = never.</param>
/// <param name="Failures">The wrong passwords that led to it.</param>
public sealed record LockFacts(DateTimeOffset Since, DateTimeOffset? Until, bool IsVoid, int Failures)
{
    /// <returns>Null where nothing is locked.</returns>
    public static LockFacts? Of(SignInState row, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(row);
        var state = AccountLock.Facts(row);
        if (state.VoidedAt is { } voided)
        {
            return new LockFacts(voided, null, true, state.TotalFailures);
        }

        var locks = new[] { state.Stranger, state.Known }.Where(source => source.IsLocked(now)).ToList();
        return locks.Count == 0 ? null : new LockFacts(
            locks.Min(source => source.LockedAt!.Value),
            locks.Exists(source => source.LockedUntil is null) ? null : locks.Max(source => source.LockedUntil),
            false,
            locks.Sum(source => source.Failures));
    }
}
