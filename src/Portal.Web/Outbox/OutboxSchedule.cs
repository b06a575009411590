namespace Portal.Web.Outbox;

/// <summary>How long a row is somebody's, and when it is tried again.</summary>
internal static class OutboxSchedule
{
    /// <summary>A worker that has not settled a row by then has died; another one takes it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>Tries over about 24 hours, before a message counts as undeliverable.</summary>
    public const int Tries = 8;

    private const double Growth = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(75);

    /// <summary>No row waits longer than this for its next try, unless the clock was set back (OB-05).</summary>
    public static readonly TimeSpan LongestPause = Pause(Tries - 1, 1);

    /// <summary>No later than the end of a message's use, so that its text does not outlive it (ML-06).</summary>
    /// <param name="jitter">0 to 1; keeps messages that failed together from returning together.</param>
    public static DateTimeOffset NextTry(ClaimedMessage message, DateTimeOffset now, double jitter)
    {
        var next = now + Pause(message.Tries, jitter);
        return message.ValidUntil is { } end && end < next ? end : next;
    }

    private static TimeSpan Pause(int tries, double jitter) => FirstPause * Math.Pow(Growth, tries - 1) * (1 + (jitter / 10));
}
