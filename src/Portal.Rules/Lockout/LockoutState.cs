namespace Portal.Rules.Lockout;

/// <summary>An account's failures and locks, as stored.</summary>
/// <param name="Stranger">Count and lock of all unknown browsers together.</param>
/// <param name="Known">Count and lock of the browsers known to the account.</param>
/// <param name="TotalFailures">Failures of both sources since the last success or release; the end of a timed lock does
/// not reset it (CG-12).</param>
/// <param name="Locks">Timed locks since the last success or release, for policies that double.</param>
/// <param name="VoidedAt">When the password was made void; only setting a password ends that.</param>
public sealed record LockoutState(SourceState Stranger, SourceState Known, int TotalFailures, int Locks, DateTimeOffset? VoidedAt)
{
    /// <summary>No failures, no lock, a password that is not void.</summary>
    public static readonly LockoutState Clear = new(SourceState.Clear, SourceState.Clear, 0, 0, null);

    /// <summary>Count and lock of one source.</summary>
    /// <param name="source">The source.</param>
    public SourceState Of(AttemptSource source) => source == AttemptSource.KnownBrowser ? Known : Stranger;

    /// <summary>The same state with another count and lock of one source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="state">Its new count and lock.</param>
    public LockoutState With(AttemptSource source, SourceState state) =>
        source == AttemptSource.KnownBrowser ? this with { Known = state } : this with { Stranger = state };
}
