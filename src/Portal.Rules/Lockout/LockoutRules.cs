namespace Portal.Rules.Lockout;

/// <summary>
/// Counting failures and locking (LOCK-1 to 4, LOCK-9, LOCK-10). Arithmetic on values: the caller reads and writes the
/// state under the row lock that makes parallel attempts wait for one another (LOCK-2).
/// </summary>
public static class LockoutRules
{
    /// <summary>
    /// Whether an attempt of this source may be evaluated. A void password comes before a lock; a timed lock that has
    /// ended is open.
    /// </summary>
    /// <param name="state">The account's state as stored.</param>
    /// <param name="source">Who tries.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static Gate Check(LockoutState state, AttemptSource source, DateTimeOffset now)
    {
        if (state.VoidedAt is { } voidedAt)
        {
            return new Gate.Voided(voidedAt);
        }

        var own = state.Of(source);
        return own.LockedAt is { } since && own.IsLocked(now) ? new Gate.Locked(since, own.LockedUntil) : new Gate.Open();
    }

    /// <summary>The timed locks that have ended and are still in the state; <see cref="Lapse"/> removes them.</summary>
    /// <param name="state">The account's state as stored.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static IReadOnlyList<LapsedLock> Lapsed(LockoutState state, DateTimeOffset now) =>
    [
        .. from source in Enum.GetValues<AttemptSource>()
           let own = state.Of(source)
           where own.HasEnded(now)
           select new LapsedLock(source, own.LockedUntil ?? now),
    ];

    /// <summary>
    /// Removes the locks that have ended, with the count that led to them. The total stays, so that patient guessing
    /// across releases still makes the password void (CG-12).
    /// </summary>
    /// <param name="state">The account's state as stored.</param>
    /// <param name="now">The present, on the database's clock.</param>
    /// <returns>The new state, and when the last of the ended locks really ended; null = nothing had ended.</returns>
    public static (LockoutState State, DateTimeOffset? ReleasedAt) Lapse(LockoutState state, DateTimeOffset now)
    {
        var lapsed = Lapsed(state, now);
        var cleared = lapsed.Aggregate(state, (current, ended) => current.With(ended.Source, SourceState.Clear));
        return (cleared, lapsed.Count == 0 ? null : lapsed.Max(ended => ended.EndedAt));
    }

    /// <summary>
    /// Counts a wrong password. Meant for an open gate; at a closed one nothing is counted or extended (CG-09) and the
    /// state comes back as it was. A lock that had ended is lapsed first.
    /// </summary>
    /// <param name="state">The account's state as stored.</param>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="source">Who tried.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static (LockoutState State, FailureEffect Effect) Fail(LockoutState state, LockoutPolicy policy, AttemptSource source,
        DateTimeOffset now)
    {
        if (Check(state, source, now) is not Gate.Open)
        {
            return (state, new FailureEffect.Counted(state.Of(source).Failures));
        }

        var counted = Count(Lapse(state, now).State, source);
        var failures = counted.Of(source).Failures;
        return counted.TotalFailures >= LockoutPolicy.FailuresThatVoid || (failures >= policy.Limit && policy.Mode == LockoutMode.Void)
            ? (counted with { VoidedAt = now }, new FailureEffect.VoidedNow())
            : failures >= policy.Limit ? Lock(counted, policy, source, now) : (counted, new FailureEffect.Counted(failures));
    }

    /// <summary>
    /// Counts a wrong code of a second factor, on the total alone: the locks of passwords are not its business, but
    /// patience must win nothing (MF-05). Voids as soon as one more such code could pass
    /// <see cref="LockoutPolicy.FailuresThatVoid"/>.
    /// </summary>
    /// <param name="state">The account's state as stored.</param>
    /// <param name="guesses">With how many secrets the code was compared; 1 or more.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static (LockoutState State, FailureEffect Effect) FailCode(LockoutState state, int guesses, DateTimeOffset now)
    {
        var counted = state with { TotalFailures = state.TotalFailures + guesses };
        return state.VoidedAt is null && counted.TotalFailures + guesses > LockoutPolicy.FailuresThatVoid
            ? (counted with { VoidedAt = now }, new FailureEffect.VoidedNow())
            : (counted, new FailureEffect.Counted(counted.TotalFailures));
    }

    /// <summary>
    /// After a complete sign-in: the count of the source used, the total and the doubling start anew. No lock is
    /// removed, neither the other source's nor one of its own that has ended: only <see cref="Lapse"/> and
    /// <see cref="Release"/> do that, each with its row in the history (LOCK-9).
    /// </summary>
    /// <param name="state">The account's state as stored.</param>
    /// <param name="source">Who signed in.</param>
    public static LockoutState Succeed(LockoutState state, AttemptSource source) =>
        state.With(source, WithoutCount(state.Of(source))) with { TotalFailures = 0, Locks = 0 };

    /// <summary>
    /// A release by a person, a temporary password or a reset: no lock, no count. A void password stays void.
    /// </summary>
    /// <param name="state">The account's state as stored.</param>
    public static LockoutState Release(LockoutState state) => LockoutState.Clear with { VoidedAt = state.VoidedAt };

    /// <summary>
    /// The owner says that somebody else signed in: nobody may try until a reset or a person releases, whatever the
    /// policy's mode, from no browser and without end by time (NOTICE-1).
    /// </summary>
    /// <param name="state">The account's state as stored.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static LockoutState Disown(LockoutState state, DateTimeOffset now) =>
        state with
        {
            Stranger = state.Stranger with { LockedAt = now, LockedUntil = null },
            Known = state.Known with { LockedAt = now, LockedUntil = null }
        };

    /// <summary>
    /// A new password was set: it is not void, and nothing has been
    /// guessed at it. Locks stay until they lapse or are released.
    /// </summary>
    /// <param name="state">The account's state as stored.</param>
    public static LockoutState PasswordSet(LockoutState state) =>
        new(WithoutCount(state.Stranger), WithoutCount(state.Known), 0, 0, null);

    /// <summary>
    /// Too many wrong codes of a second factor: what too many wrong passwords do (MFA-5), but from no browser may
    /// anybody try. A lock that ends later stays as it is, or patience with codes would shorten the lock that guessing
    /// passwords earned. A void password is no lock and stays as it is.
    /// </summary>
    /// <param name="state">The account's state as stored, without locks that have ended (<see cref="Lapse"/>).</param>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static (LockoutState State, FailureEffect Effect) LockByCodes(LockoutState state, LockoutPolicy policy, DateTimeOffset now)
    {
        if (state.VoidedAt is not null)
        {
            return (state, new FailureEffect.Counted(state.TotalFailures));
        }

        if (policy.Mode == LockoutMode.Void)
        {
            return (state with { VoidedAt = now }, new FailureEffect.VoidedNow());
        }

        var until = EndOfLock(state, policy, now);
        return (state with
        {
            Stranger = LockUntil(state.Stranger, until, now),
            Known = LockUntil(state.Known, until, now),
            Locks = state.Locks + 1,
        }, new FailureEffect.LockedNow(until));
    }

    /// <summary>True where any source is locked or the password is void: what lists show.</summary>
    /// <param name="state">The account's state as stored.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static bool IsLocked(LockoutState state, DateTimeOffset now) =>
        state.VoidedAt is not null || state.Stranger.IsLocked(now) || state.Known.IsLocked(now);

    private static LockoutState Count(LockoutState state, AttemptSource source)
    {
        var own = state.Of(source);
        return state.With(source, own with { Failures = own.Failures + 1 }) with { TotalFailures = state.TotalFailures + 1 };
    }

    private static (LockoutState State, FailureEffect Effect) Lock(LockoutState state, LockoutPolicy policy, AttemptSource source,
        DateTimeOffset now)
    {
        var until = EndOfLock(state, policy, now);
        var locked = state.With(source, state.Of(source) with { LockedAt = now, LockedUntil = until }) with { Locks = state.Locks + 1 };
        return (locked, new FailureEffect.LockedNow(until));
    }

    private static DateTimeOffset? EndOfLock(LockoutState state, LockoutPolicy policy, DateTimeOffset now) =>
        policy.Mode == LockoutMode.Timed ? now + policy.DurationAfter(state.Locks) : null;

    private static SourceState LockUntil(SourceState state, DateTimeOffset? until, DateTimeOffset now) => state switch
    {
        _ when !state.IsLocked(now) => state with { LockedAt = now, LockedUntil = until },
        { LockedUntil: { } own } when until is null || until > own => state with { LockedUntil = until },
        _ => state,
    };

    private static SourceState WithoutCount(SourceState state) => state.LockedAt is null ? SourceState.Clear : state;
}
