using System.Net;
using Portal.Benchmarks.Running;
using Portal.Benchmarks.Worlds;

namespace Portal.Benchmarks.Measures;

/// <summary>
/// ADMIN-7: what sealing the audit log costs a sign-in on two nodes that seal in turns, and whether every event has its
/// place afterwards.
/// </summary>
internal sealed class SealingMeasure : Measure
{
    private const int WarmUps = 40;
    private const string Sealing = "Portal:Audit:Sealing";

    // Sealed each minute: in this time at least once.
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(4);
    private int person;

    public override string Name => "sealing";

    public override async Task<IReadOnlyList<Row>> RunAsync(Session session)
    {
        var rounds = await Rounds<Sample>.RunAsync(session.IsShort ? 1 : 3, () => SignInAsync(session, seals: false),
            () => SignInAsync(session, seals: true));
        var open = await WaitAsync(session);
        return
        [
            new Row("ADMIN-7", "sign-ins on two nodes without sealing", rounds.Median(0, sample => sample.PerSecond), "/s"),
            new Row("ADMIN-7", "sign-ins on two nodes with sealing", rounds.Median(1, sample => sample.PerSecond), "/s"),
            new Row("ADMIN-7", "CPU of a sign-in with sealing against without", rounds.Ratio(1, to: 0, sample => sample.CpuMilliseconds),
                "×", 1.05),
            new Row("ADMIN-7", "CPU of PostgreSQL for a sign-in, without sealing", rounds.Median(0, Database), "ms"),
            new Row("ADMIN-7", "CPU of PostgreSQL for a sign-in, with sealing", rounds.Median(1, Database), "ms"),
            new Row("ADMIN-7", "events of all rounds", await session.Portal.EventsAsync(), ""),
            new Row("ADMIN-7", "events without a place four minutes later at most", open, "", 0),
            new Row("ADMIN-7", "places that are missing between the first and the last", await session.Portal.MissingPlacesAsync(), "", 0),
        ];

        static double Database(Sample sample) => sample.DatabaseMilliseconds;
    }

    private async Task<Sample> SignInAsync(Session session, bool seals)
    {
        var settings = new Dictionary<string, string> { [Sealing] = seals ? "true" : "false" };
        await using var one = session.Portal.Start(more: settings);
        await using var two = session.Portal.Start(more: settings);
        using var first = PortalWorld.Visit(one);
        using var second = PortalWorld.Visit(two);
        var (work, other) = (await WorkAsync(session, one, first), await WorkAsync(session, two, second));
        var warmUp = new Load(Environment.ProcessorCount, Times: WarmUps);
        await Task.WhenAll(work(warmUp), other(warmUp));
        var database = session.Database.Cpu;
        var load = new Load(1, For: Span);
        var samples = await Task.WhenAll(work(load), other(load));
        return new Sample(samples.Sum(sample => sample.Requests), samples.Max(sample => sample.Elapsed),
            samples[0].Cpu + samples[1].Cpu, session.Database.Cpu - database);
    }

    private async Task<Func<Load, Task<Sample>>> WorkAsync(Session session, SubjectProcess node, Visitor visitor)
    {
        await node.AnswersAsync(visitor, PortalWorld.Portal + "/login");
        var token = await visitor.TokenAsync(PortalWorld.Portal + "/login");
        return load => load.RunAsync(node, session.Database, visitor,
            () => SignInMeasure.Post(PortalWorld.Portal + "/login", "Identifier",
                PortalWorld.OperatorId(1 + Interlocked.Increment(ref person) % 9_000), token), HttpStatusCode.SeeOther);
    }

    /// <summary>Lets one node seal what is left.</summary>
    /// <returns>How many events have no place in the end.</returns>
    private static async Task<double> WaitAsync(Session session)
    {
        await using var node = session.Portal.Start();
        using var visitor = PortalWorld.Visit(node);
        await node.AnswersAsync(visitor, PortalWorld.Portal + "/login");
        using var limit = new CancellationTokenSource(LongestWait);
        var open = await session.Portal.UnsealedAsync();
        while (open > 0 && !limit.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            open = await session.Portal.UnsealedAsync();
        }

        return open;
    }
}
