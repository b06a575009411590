namespace Portal.Rules.Lockout;

/// <summary>
/// A lock as one reads it: what holds now, of whichever source. Pages print it and decide nothing of it themselves.
/// </summary>
/// <param name="Since">Since when anything has been locked without
/// a break; of a void password, when it was made void.</param>
/// <param name="Until">When all of it will have ended by itself; null = not before it is released.</param>
/// <param name="IsVoid">The password is dead; nothing can be released (LOCK-3).</param>
/// <param name="Failures">The failures that led to it.</param>
public sealed record LockFacts(DateTimeOffset Since, DateTimeOffset? Until, bool IsVoid, int Failures)
{
    /// <summary>
    /// What holds at <paramref name="now"/>; null where nothing is
    /// locked. A lock that has run out says nothing and hides nothing.
    /// </summary>
    /// <param name="state">The account's state as stored.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static LockFacts? Of(LockoutState state, DateTimeOffset now)
    {
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
