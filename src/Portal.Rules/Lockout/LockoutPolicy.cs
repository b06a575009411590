namespace Portal.Rules.Lockout;

/// <summary>A tenant's lockout policy (LOCK-1, LOCK-3, LOCK-6).</summary>
/// <param name="Limit">Consecutive failures of one source that lock; 1 to 100.</param>
/// <param name="Mode">How the lock ends.</param>
/// <param name="Duration">Length of the first lock in
/// <see cref="LockoutMode.Timed"/>; not used in the other modes.</param>
/// <param name="Doubles">True where each further lock without a success lasts twice as long as the one before.</param>
/// <param name="MaximumDuration">Longest lock that doubling leads to; null = <see cref="LongestDoubling"/>. Never
/// shortens the first lock.</param>
/// <param name="RepeatedGuessCountsOnce">True where the same wrong password again is not counted again; the caller
/// compares hashes and does not report the repetition.</param>
public sealed record LockoutPolicy(
    int Limit,
    LockoutMode Mode,
    TimeSpan Duration,
    bool Doubles = false,
    TimeSpan? MaximumDuration = null,
    bool RepeatedGuessCountsOnce = false)
{
    /// <summary>
    /// Failures without a success, over both sources and all locks, after which the password is void in any mode
    /// (LOCK-10, CG-12; NIST SP 800-63B-4, 3.2.2).
    /// </summary>
    public const int FailuresThatVoid = 100;

    /// <summary>Where a policy doubles and names no maximum, no lock grows beyond this: 24 hours.</summary>
    public static readonly TimeSpan LongestDoubling = TimeSpan.FromHours(24);

    /// <summary>How long a timed lock lasts.</summary>
    /// <param name="earlierLocks">Locks since the last success or release; 0 or more.</param>
    public TimeSpan DurationAfter(int earlierLocks)
    {
        var duration = Duration;
        if (!Doubles)
        {
            return duration;
        }

        var maximum = MaximumDuration ?? LongestDoubling;
        for (var i = 0; i < earlierLocks && duration < maximum; i++)
        {
            duration = duration < maximum / 2 ? duration * 2 : maximum;
        }

        return duration;
    }
}
