namespace Portal.Rules.Lockout;

/// <summary>
/// What is known of the failures of one source. <paramref name="LockedAt"/> set and <paramref name="LockedUntil"/>
/// null: locked until released.
/// </summary>
/// <param name="Failures">Consecutive failures since the last success, release or end of a lock; 0 or more.</param>
/// <param name="LockedAt">When the lock was set, or null where there is none.</param>
/// <param name="LockedUntil">When a timed lock ends; from that instant on it is open.</param>
public sealed record SourceState(int Failures, DateTimeOffset? LockedAt, DateTimeOffset? LockedUntil)
{
    /// <summary>No failures, no lock.</summary>
    public static readonly SourceState Clear = new(0, null, null);

    /// <summary>True where a lock holds at <paramref name="now"/>.</summary>
    /// <param name="now">The present, on the database's clock.</param>
    public bool IsLocked(DateTimeOffset now) => LockedAt is not null && !HasEnded(now);

    /// <summary>True where a timed lock was set and has ended by itself.</summary>
    /// <param name="now">The present, on the database's clock.</param>
    public bool HasEnded(DateTimeOffset now) => LockedUntil <= now;
}
