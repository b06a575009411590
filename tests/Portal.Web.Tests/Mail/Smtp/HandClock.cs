namespace Portal.Web.Tests.Mail.Smtp;

/// <summary>Its hands and its timers go on only by <see cref="Advance"/>.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly List<Action> timers = [];
    private long elapsed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        timers.Add(() => callback(state));
        return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Advance(TimeSpan by)
    {
        elapsed += by.Ticks;
        timers.ForEach(timer => timer());
    }
}
