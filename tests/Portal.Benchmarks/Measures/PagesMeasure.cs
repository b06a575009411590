using System.Net;
using Portal.Benchmarks.Running;
using Portal.Benchmarks.Worlds;

namespace Portal.Benchmarks.Measures;

/// <summary>
/// PERF-2: lists of operators, cases and orders and queues of the staff, each of 10,000 rows, in requests a second, and
/// what other signed-in pages take of the processor, against stock's list; with another publication of Portal beside
/// this one, both in one run.
/// </summary>
internal sealed class PagesMeasure : Measure
{
    private const int AtOnce = 8;
    private const int History = 200;
    private const int Cases = 10_000;

    /// <summary>The scale of the mark: 2.5 ms where stock's list takes 2.26.</summary>
    private const double PageMark = 1.11;

    private const double ListMark = 1.5;

    private static readonly Page[] Pages =
    [
        List("operators"), List("cases"), List("orders"), Queue("cases"), Queue("orders"), Queue("users"),
        new("home", $"{PortalWorld.Portal}/home"), new("own history", $"{PortalWorld.Portal}/account/login-history"),
        new("account", $"{PortalWorld.Portal}/account"), new("security", $"{PortalWorld.Portal}/account/security"),
        new("sessions", $"{PortalWorld.Portal}/account/sessions"), new("staff: first page", PortalWorld.Admin, IsOfStaff: true),
    ];

    public override string Name => "pages";

    public override async Task<IReadOnlyList<Row>> RunAsync(Session session)
    {
        await session.Cases.PrepareAsync();
        await session.Orders.FillAsync();
        await session.Portal.AddStaffAsync();
        await session.Cases.FillAsync(0, Cases);
        await using var stock = session.Stock.Start("stock");
        await using var portal = session.Portal.Start();
        await using var former = session.Former is null ? null : session.Portal.Start(other: session.Former);
        using var stockVisitor = await SignedIn.AtStockAsync(stock);
        using var visitors = await Visitors.AtAsync(portal);
        using var formerVisitors = former is null ? null : await Visitors.AtAsync(former);
        await session.Portal.AddHistoryAsync(History);
        await session.Portal.AnalyzeAsync();

        Func<TimeSpan, Task<Sample>> Of(SubjectProcess subject, Visitor visitor, string path) => time => new Load(AtOnce, time)
            .RunAsync(subject, session.Database, visitor, () => new HttpRequestMessage(HttpMethod.Get, path), HttpStatusCode.OK);
        Func<Page, Func<TimeSpan, Task<Sample>>> At(SubjectProcess subject, Visitors by) => page => Of(subject, by.Of(page), page.Path);
        List<Func<TimeSpan, Task<Sample>>> all = [Of(stock, stockVisitor, "/tickets"), .. Pages.Select(At(portal, visitors))];
        if (former is not null)
        {
            all.AddRange(Pages.Select(At(former, formerVisitors!)));
        }

        foreach (var each in all)
        {
            await each(TimeSpan.FromSeconds(session.IsShort ? 5 : 30));
        }

        var time = TimeSpan.FromSeconds(session.IsShort ? 1 : 3);
        Func<Task<Sample>>[] turns = [.. all.Select<Func<TimeSpan, Task<Sample>>, Func<Task<Sample>>>(each => () => each(time))];
        var rounds = await Rounds<Sample>.RunAsync(session.Rounds, turns);
        return
        [
            .. Figures(rounds, 0, "stock's list"),
            .. Pages.SelectMany((page, at) => (IEnumerable<Row>)
            [
                .. Figures(rounds, at + 1, page.Name),
                page.IsList
                    ? new Row("PERF-2", $"requests/s of {page.Name} against stock's list",
                        rounds.Ratio(at + 1, 0, sample => sample.PerSecond), "×", ListMark, AtLeast: true)
                    : new Row("PERF-2", $"CPU of {page.Name} against stock's list",
                        rounds.Ratio(at + 1, 0, sample => sample.CpuMilliseconds), "×", PageMark),
                .. former is null ? [] : Figures(rounds, at + 1 + Pages.Length, $"{page.Name}, formerly"),
            ]),
        ];
    }

    private static IEnumerable<Row> Figures(Rounds<Sample> rounds, int subject, string name) =>
    [
        new Row("PERF-2", $"CPU of {name}", rounds.Median(subject, sample => sample.CpuMilliseconds), "ms"),
        new Row("PERF-2", $"CPU of PostgreSQL for {name}", rounds.Median(subject, sample => sample.DatabaseMilliseconds), "ms"),
    ];

    private static Page List(string name) => new($"list of {name}", $"{PortalWorld.Portal}/{name}", IsList: true);

    private static Page Queue(string name) =>
        new($"staff: {name}", $"{PortalWorld.Admin}/{name}?tenant=control", IsList: true, IsOfStaff: true);

    private sealed record Page(string Name, string Path, bool IsList = false, bool IsOfStaff = false);

    /// <summary>Who reads the pages: the manager of 10,000 IDs, and a system administrator.</summary>
    private sealed record Visitors(Visitor Manager, Visitor Staff) : IDisposable
    {
        public static async Task<Visitors> AtAsync(SubjectProcess portal) =>
            new(await SignedIn.AtPortalAsync(portal), await SignedIn.AtStaffAsync(portal));

        public Visitor Of(Page page) => page.IsOfStaff ? Staff : Manager;

        public void Dispose()
        {
            Manager.Dispose();
            Staff.Dispose();
        }
    }
}
