namespace Portal.Web.Data;

/// <summary>
/// The time of the database, so that a lock ends and a code expires at the same moment on every node, however wrong a
/// node's own clock is (CG-08, FP-06): the time that the database last said and what has passed since, counted. Where
/// the machine's clock is set meanwhile, nothing moves.
/// </summary>
/// <param name="machine">Counts; its time of day is believed only until the database was asked.</param>
public sealed class DatabaseClock(TimeProvider machine) : TimeProvider
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);

    // A time that was so long on its way says too little.
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Agreement = TimeSpan.FromSeconds(1);

    private volatile Reading last = new(machine.GetUtcNow(), machine.GetTimestamp(), machine.GetUtcNow(), IsMeasured: false);

    public bool IsMeasured => last.IsMeasured;

    /// <summary>
    /// A minute is over, or the machine's clock and what was counted have parted: the clock was set, which is no matter
    /// of ours, or the machine slept, and what passed meanwhile was not counted.
    /// </summary>
    public bool IsDue
    {
        get
        {
            var reading = last;
            var counted = Counted(reading);
            return !reading.IsMeasured || counted > Often || (machine.GetUtcNow() - reading.Machine - counted).Duration() > Agreement;
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        var reading = last;
        return reading.Time + Counted(reading);
    }

    /// <param name="read">Asks the database for its time.</param>
    public async Task MeasureAsync(Func<Task<DateTimeOffset>> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var asked = machine.GetTimestamp();
        var database = await read();
        var (answered, now) = (machine.GetTimestamp(), machine.GetUtcNow());
        var way = machine.GetElapsedTime(asked, answered);
        if (way <= LongestAnswer || !last.IsMeasured)
        {
            last = new Reading(database + (way / 2), answered, now, IsMeasured: true);
        }
    }

    private TimeSpan Counted(Reading since) => machine.GetElapsedTime(since.At);

    /// <param name="Time">What the database said.</param>
    /// <param name="At">The count of the machine at that moment.</param>
    /// <param name="Machine">What the machine's clock said.</param>
    private sealed record Reading(DateTimeOffset Time, long At, DateTimeOffset Machine, bool IsMeasured);
}
