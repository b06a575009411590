using System.Diagnostics;

namespace Portal.TestKit.Web;

/// <summary>
/// How slow this machine is while something is measured: other tests and other programs take part of it. What a page
/// that needs nothing takes is the machine's, not the application's.
/// </summary>
public sealed class Slowness : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly Task measuring;
    private TimeSpan longest;

    private Slowness(Func<Task> needNothing) => measuring = Task.Run(() => MeasureAsync(needNothing));

    /// <param name="needNothing">Asks for a page that is answered from memory.</param>
    public static Slowness Measure(Func<Task> needNothing) => new(needNothing);

    /// <summary>A limit as it is on this machine now; ends the measuring.</summary>
    public async Task<TimeSpan> AddToAsync(TimeSpan limit)
    {
        await end.CancelAsync();
        await measuring;
        return limit + (3 * longest);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await measuring;
        end.Dispose();
    }

    private async Task MeasureAsync(Func<Task> needNothing)
    {
        do
        {
            var began = Stopwatch.GetTimestamp();
            await needNothing();
            var took = Stopwatch.GetElapsedTime(began);
            longest = took > longest ? took : longest;
            await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        }
        while (!end.IsCancellationRequested);
    }
}
