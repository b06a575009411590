namespace Portal.TestKit;

/// <summary>
/// The application's clock in tests: it stands still until told otherwise. Timers and elapsed times stay real, so that
/// what only waits (a shutdown, a retry) still ends.
/// </summary>
public sealed class FakeTime : TimeProvider
{
    /// <summary>A weekday morning in Tokyo (10:00), in the middle of a month.</summary>
    public static readonly DateTimeOffset Usual = new(2026, 5, 13, 1, 0, 0, TimeSpan.Zero);

    private readonly bool runs;
    private long ticks;

    private FakeTime(long ticks, bool runs) => (this.ticks, this.runs) = (ticks, runs);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public static FakeTime StandingStill(DateTimeOffset? at = null) => new((at ?? Usual).UtcTicks, runs: false);

    /// <summary>
    /// For real browsers, which judge the age of cookies by the machine's clock: starts there and goes on.
    /// </summary>
    public static FakeTime Running() => new(0, runs: true);

    public override DateTimeOffset GetUtcNow() =>
        runs ? System.GetUtcNow().AddTicks(Interlocked.Read(ref ticks)) : new DateTimeOffset(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);

    public void Set(DateTimeOffset now) => Advance(now - GetUtcNow());
}
