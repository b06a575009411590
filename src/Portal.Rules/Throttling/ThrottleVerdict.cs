namespace Portal.Rules.Throttling;

/// <summary>What an address may do now. The same for every login ID, existing or not (EN-15).</summary>
public abstract record ThrottleVerdict
{
    private ThrottleVerdict()
    {
    }

    /// <summary>The attempt goes on at once.</summary>
    public sealed record Free : ThrottleVerdict;

    /// <summary>The attempt waits first.</summary>
    /// <param name="Delay">How long.</param>
    public sealed record Slow(TimeSpan Delay) : ThrottleVerdict;

    /// <summary>The attempt is answered with status 429 before any password is evaluated.</summary>
    /// <param name="RetryAfter">Whole minutes, 1 or more, rounded up.</param>
    public sealed record Refuse(TimeSpan RetryAfter) : ThrottleVerdict;
}
