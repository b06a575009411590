namespace Portal.Rules.Recovery;

/// <summary>Limits on the ways back in. The answer on the screen is the same in every case (EN-03, EN-04).</summary>
public static class RecoveryRules
{
    /// <summary>
    /// Counts a mismatch; the policy's last one stops the road. While
    /// it is stopped nothing is counted, so a block is never extended.
    /// </summary>
    /// <param name="state">The state as stored.</param>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static RecoveryState Mismatch(RecoveryState state, RecoveryPolicy policy, DateTimeOffset now)
    {
        if (IsBlocked(state, now))
        {
            return state;
        }

        var mismatches = (state.BlockedUntil is null ? state.Mismatches : 0) + 1;
        return new(mismatches, mismatches >= policy.MismatchLimit ? now + policy.BlockFor : null);
    }

    /// <summary>True while too many mismatches stop the road; a match is then no match either.</summary>
    /// <param name="state">The state as stored.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static bool IsBlocked(RecoveryState state, DateTimeOffset now) => now < state.BlockedUntil;

    /// <summary>
    /// After a match: the count starts anew. A block stays, whoever calls this: it ends by time alone.
    /// </summary>
    /// <param name="state">The state as stored.</param>
    public static RecoveryState Match(RecoveryState state) => state.BlockedUntil is null ? RecoveryState.Clear : state;

    /// <summary>True where one more request may lead to a mail (TR-13).</summary>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="requestsInLastHour">Requests of this account in the last 60 minutes; 0 or more.</param>
    public static bool MayRequest(RecoveryPolicy policy, int requestsInLastHour) => requestsInLastHour < policy.RequestsPerHour;

    /// <summary>
    /// True in the pause after a completed reset. It starts at completion, never at a request, or an attacker could
    /// keep the owner out (TR-14).
    /// </summary>
    /// <param name="policy">The tenant's policy.</param>
    /// <param name="completedAt">When the last reset was completed; null = never.</param>
    /// <param name="now">The present, on the database's clock.</param>
    public static bool IsPaused(RecoveryPolicy policy, DateTimeOffset? completedAt, DateTimeOffset now) =>
        now < completedAt + policy.PauseAfterReset;
}
