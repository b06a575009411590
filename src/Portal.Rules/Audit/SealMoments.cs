namespace Portal.Rules.Audit;

/// <summary>The moments of a seal.</summary>
/// <param name="SealedAt">When the stretch was closed.</param>
/// <param name="NewestAt">When the newest of its events happened, and never later than it was closed: by this it will
/// be old enough one day to be removed.</param>
/// <param name="SettledUntil">Everything recorded before this moment has its place in this stretch or one before it; an
/// event that says it is older and has no place came past the portal.</param>
public sealed record SealMoments(DateTimeOffset SealedAt, DateTimeOffset NewestAt, DateTimeOffset SettledUntil)
{
    /// <summary>Before any event: nothing is settled yet.</summary>
    public static DateTimeOffset Beginning { get; } = DateTimeOffset.UnixEpoch;

    // The finest step of time that both databases keep.
    private const long Step = TimeSpan.TicksPerMicrosecond;

    /// <summary>Of a stretch that is closed now.</summary>
    /// <param name="before">The moments of the seal before; null for the first.</param>
    /// <param name="now">In UTC.</param>
    /// <param name="newest">When the newest event of the stretch says it happened.</param>
    /// <param name="settled">Null where not everything that waits is in the stretch.</param>
    public static SealMoments Of(SealMoments? before, DateTimeOffset now, DateTimeOffset newest, DateTimeOffset? settled)
    {
        var sealedAt = Cut(now);
        var former = before?.SettledUntil ?? Beginning;
        return new(sealedAt, newest < sealedAt ? newest : sealedAt, settled is { } until && Cut(until) > former ? Cut(until) : former);
    }

    private static DateTimeOffset Cut(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % Step), TimeSpan.Zero);
}
