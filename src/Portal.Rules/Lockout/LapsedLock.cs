namespace Portal.Rules.Lockout;

/// <summary>
/// A timed lock that ended by itself. Each needs a release row of its own, dated when it really ended (LOCK-9).
/// </summary>
/// <param name="Source">Whose lock it was.</param>
/// <param name="EndedAt">When it ended; in the past or the present.</param>
public sealed record LapsedLock(AttemptSource Source, DateTimeOffset EndedAt);
