using System.Runtime;
using Microsoft.Extensions.Options;

namespace Portal.Web.Data.Starting;

/// <summary>
/// Gives back what the start took and nothing needs any more: models, profiles and settings in the making are the
/// greater part of an idle node's heap, and a node that has little to do would keep them for hours (PERF-5).
/// </summary>
internal sealed class StartLeftovers(DatabaseReadiness database, IOptions<WorkerOptions> options) : BackgroundService
{
    /// <summary>After the first pages, and after the scheduled work has joined.</summary>
    private static readonly TimeSpan AfterWorkers = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.WhenPrepared.WaitAsync(stoppingToken);
        await Task.Delay(options.Value.WorkersAfter + AfterWorkers, stoppingToken);
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
