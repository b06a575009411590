namespace Portal.Rules.Lockout;

/// <summary>What a failure did.</summary>
public abstract record FailureEffect
{
    private FailureEffect()
    {
    }

    /// <summary>It was counted and locked nothing.</summary>
    /// <param name="Failures">Consecutive failures of this source so far.</param>
    public sealed record Counted(int Failures) : FailureEffect;

    /// <summary>It was the one that locked; the owner is told, once per lock (LOCK-7).</summary>
    /// <param name="Until">When the lock ends by itself; null = not before it is released.</param>
    public sealed record LockedNow(DateTimeOffset? Until) : FailureEffect;

    /// <summary>It was the one that made the password void.</summary>
    public sealed record VoidedNow : FailureEffect;
}
