using System.Diagnostics;
using Portal.Benchmarks.Running;
using Portal.Benchmarks.Worlds;

namespace Portal.Benchmarks.Measures;

/// <summary>
/// PERF-5: from the start of the process to its first page, with
/// an up-to-date database, and the memory of one that idles.
/// </summary>
internal sealed class StartMeasure : Measure
{
    private static readonly TimeSpan Idling = TimeSpan.FromSeconds(20);

    public override string Name => "start";

    public override async Task<IReadOnlyList<Row>> RunAsync(Session session)
    {
        var rounds = await Rounds<Begun>.RunAsync(
            session.IsShort ? 2 : 5,
            () => StartAsync(() => session.Stock.Start("stock"), subject => new Visitor(subject.Address), StockWorld.Login),
            () => StartAsync(() => session.Portal.Start(), PortalWorld.Visit, PortalWorld.Portal + "/login"),
            () => StartAsync(() => session.Portal.Start(migrates: true), PortalWorld.Visit, PortalWorld.Portal + "/login"));
        return
        [
            new Row("PERF-5", "start of stock", rounds.Median(0, begun => begun.Seconds), "s"),
            new Row("PERF-5", "start of Portal", rounds.Median(1, begun => begun.Seconds), "s"),
            new Row("PERF-5", "start of Portal that migrates at start", rounds.Median(2, begun => begun.Seconds), "s"),
            new Row("PERF-5", "start of Portal against stock's", rounds.Ratio(1, to: 0, begun => begun.Seconds), "×", 2.5),
            new Row("PERF-5", "memory of idle stock", rounds.Median(0, begun => begun.Memory), "MB"),
            new Row("PERF-5", "memory of idle Portal", rounds.Median(1, begun => begun.Memory), "MB"),
            new Row("PERF-5", "memory of Portal against stock's", rounds.Ratio(1, to: 0, begun => begun.Memory), "×", 1.75),
        ];
    }

    private static async Task<Begun> StartAsync(Func<SubjectProcess> start, Func<SubjectProcess, Visitor> visit, string page)
    {
        var began = Stopwatch.GetTimestamp();
        await using var subject = start();
        using var visitor = visit(subject);
        await subject.AnswersAsync(visitor, page);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        await Task.Delay(Idling);
        return new Begun(seconds, subject.Memory / 1e6);
    }

    private sealed record Begun(double Seconds, double Memory);
}
