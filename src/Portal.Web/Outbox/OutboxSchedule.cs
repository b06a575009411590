namespace Portal.Web.Outbox;

/// <summary>How long a row is somebody's, and when it is tried again.</summary>
internal static class OutboxSchedule
{
    /// <summary>A worker that has not settled a row by then has died; another one takes it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>Tries over about 24 hours, before a mail counts as undeliverable.</summary>
    public const int Tries = 8;

    private const double Growth = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(75);

    /// <summary>No row waits longer than this for its next try, unless the clock was set back.</summary>
    public static readonly TimeSpan LongestPause = Pause(Tries - 1, 1);

    /// <param name="tries">Tries so far, 1 or more.</param>
    /// <param name="jitter">0 to 1; keeps mails that failed together from returning together.</param>
    public static TimeSpan Pause(int tries, double jitter) => FirstPause * Math.Pow(Growth, tries - 1) * (1 + (jitter / 10));
}
