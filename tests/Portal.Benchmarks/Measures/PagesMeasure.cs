using System.Net;
using Portal.Benchmarks.Running;
using Portal.Benchmarks.Worlds;

namespace Portal.Benchmarks.Measures;

/// <summary>
/// PERF-2: what other signed-in pages take of the processor, against stock's list; with another publication of Portal
/// beside this one, both in one run.
/// </summary>
internal sealed class PagesMeasure : Measure
{
    private const int AtOnce = 4;
    private const int History = 200;

    /// <summary>The scale of the mark: 2.5 ms where stock's list takes 2.26.</summary>
    private const double Mark = 1.11;

    private static readonly string[] Pages =
        ["operators", "home", "account/login-history", "account", "account/security", "account/sessions"];

    public override string Name => "pages";

    public override async Task<IReadOnlyList<Row>> RunAsync(Session session)
    {
        await using var stock = session.Stock.Start("stock");
        await using var portal = session.Portal.Start();
        await using var former = session.Former is null ? null : session.Portal.Start(other: session.Former);
        using var stockVisitor = await SignedIn.AtStockAsync(stock);
        using var portalVisitor = await SignedIn.AtPortalAsync(portal);
        using var formerVisitor = former is null ? null : await SignedIn.AtPortalAsync(former);
        await session.Portal.AddHistoryAsync(History);
        await session.Portal.AnalyzeAsync();

        Func<TimeSpan, Task<Sample>> Of(SubjectProcess subject, Visitor visitor, string page) => time => new Load(AtOnce, time)
            .RunAsync(subject, session.Database, visitor, () => new HttpRequestMessage(HttpMethod.Get, page), HttpStatusCode.OK);
        Func<string, Func<TimeSpan, Task<Sample>>> At(SubjectProcess subject, Visitor visitor) =>
            page => Of(subject, visitor, $"{PortalWorld.Portal}/{page}");
        List<Func<TimeSpan, Task<Sample>>> all = [Of(stock, stockVisitor, "/tickets"), .. Pages.Select(At(portal, portalVisitor))];
        if (former is not null)
        {
            all.AddRange(Pages.Select(At(former, formerVisitor!)));
        }

        foreach (var each in all)
        {
            await each(TimeSpan.FromSeconds(session.IsShort ? 5 : 15));
        }

        var time = TimeSpan.FromSeconds(session.IsShort ? 1 : 3);
        Func<Task<Sample>>[] turns = [.. all.Select<Func<TimeSpan, Task<Sample>>, Func<Task<Sample>>>(each => () => each(time))];
        var rounds = await Rounds<Sample>.RunAsync(session.Rounds, turns);
        return
        [
            .. Figures(rounds, 0, "stock's list"),
            .. Pages.SelectMany((page, at) => (IEnumerable<Row>)
            [
                .. Figures(rounds, at + 1, page),
                new Row("PERF-2", $"CPU of {page} against stock's list", rounds.Ratio(at + 1, 0, sample => sample.CpuMilliseconds), "×",
                    Mark),
                .. former is null ? [] : Figures(rounds, at + 1 + Pages.Length, $"{page}, formerly"),
            ]),
        ];
    }

    private static IEnumerable<Row> Figures(Rounds<Sample> rounds, int subject, string name) =>
    [
        new Row("PERF-2", $"CPU of {name}", rounds.Median(subject, sample => sample.CpuMilliseconds), "ms"),
        new Row("PERF-2", $"CPU of PostgreSQL for {name}", rounds.Median(subject, sample => sample.DatabaseMilliseconds), "ms"),
    ];
}
