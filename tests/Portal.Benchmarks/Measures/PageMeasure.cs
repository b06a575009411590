using System.Net;
using Portal.Benchmarks.Running;
using Portal.Benchmarks.Worlds;

namespace Portal.Benchmarks.Measures;

/// <summary>
/// PERF-2: a signed-in page with 20 of 10,000 rows, in requests a second. The list of a parent's 10,000 operator IDs
/// stands in for the case list; it reads more tables than that will.
/// </summary>
internal sealed class PageMeasure : Measure
{
    private const int AtOnce = 8;
    private static readonly string[] Subjects = ["an empty view behind a cookie", "stock's list", "Portal's list"];

    public override string Name => "page";

    public override async Task<IReadOnlyList<Row>> RunAsync(Session session)
    {
        await using var empty = session.Stock.Start("empty");
        await using var stock = session.Stock.Start("stock");
        await using var portal = session.Portal.Start();
        using var emptyVisitor = new Visitor(empty.Address);
        await empty.AnswersAsync(emptyVisitor, "/");
        await emptyVisitor.PageAsync("/");
        using var stockVisitor = await SignedIn.AtStockAsync(stock);
        using var portalVisitor = await SignedIn.AtPortalAsync(portal);

        Task<Sample> Ask(SubjectProcess subject, Visitor visitor, string page, TimeSpan time) =>
            new Load(AtOnce, time)
                .RunAsync(subject, session.Database, visitor, () => new HttpRequestMessage(HttpMethod.Get, page), HttpStatusCode.OK);
        Task<Sample> Empty(TimeSpan time) => Ask(empty, emptyVisitor, "/empty", time);
        Task<Sample> Stock(TimeSpan time) => Ask(stock, stockVisitor, "/tickets", time);
        Task<Sample> Portal(TimeSpan time) => Ask(portal, portalVisitor, PortalWorld.Portal + "/operators", time);


        // Until what is called often is compiled for good: at 100 requests a second that takes a while.
        var warmUp = TimeSpan.FromSeconds(session.IsShort ? 10 : 30);
        await Empty(warmUp);
        await Stock(warmUp);
        await Portal(warmUp);
        var time = TimeSpan.FromSeconds(session.IsShort ? 2 : 5);
        var rounds = await Rounds<Sample>.RunAsync(session.Rounds, () => Empty(time), () => Stock(time), () => Portal(time));
        return
        [
            .. Subjects.Select((name, subject) =>
                new Row("PERF-2", name, rounds.Median(subject, sample => sample.PerSecond), "requests/s")),
            .. Subjects.Select((name, subject) =>
                new Row("PERF-2", $"CPU of {name}", rounds.Median(subject, sample => sample.CpuMilliseconds), "ms")),
            .. Subjects.Skip(1)
                .Select((name, subject) => new Row("PERF-2", $"CPU of PostgreSQL for {name}",
                    rounds.Median(subject + 1, sample => sample.DatabaseMilliseconds), "ms")),
            new Row("PERF-2", "Portal's list against stock's", rounds.Ratio(2, to: 1, sample => sample.PerSecond), "×", 1.5, AtLeast: true),
        ];
    }
}
