namespace Portal.Web.Tests.Features.Admin.Imports;

/// <summary>Its timers fire when the test says so, and never by themselves.</summary>
internal sealed class BeatingClock(TimeProvider now) : TimeProvider
{
    private readonly Lock turn = new();
    private readonly List<Action> timers = [];

    public override DateTimeOffset GetUtcNow() => now.GetUtcNow();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (turn)
        {
            timers.Add(() => callback(state));
        }

        return System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Beat()
    {
        lock (turn)
        {
            timers.ForEach(timer => timer());
        }
    }
}
