using System.Net;
using Portal.Benchmarks.Running;
using Portal.Benchmarks.Worlds;

namespace Portal.Benchmarks.Measures;

/// <summary>
/// PERF-1: the processor's time for a sign-in with the right
/// password and no second factor, against that of the hash alone.
/// </summary>
internal sealed class SignInMeasure : Measure
{
    private const int WarmUps = 160;
    private const int HashesInARequest = 4;
    private static readonly string[] Subjects = ["hash", "stock", "Portal"];
    private int person;

    public override string Name => "sign-in";

    public override async Task<IReadOnlyList<Row>> RunAsync(Session session)
    {
        await using var hash = session.Stock.Start("hash");
        await using var stock = session.Stock.Start("stock");
        await using var portal = session.Portal.Start();
        using var hashVisitor = new Visitor(hash.Address);
        using var stockVisitor = new Visitor(stock.Address);
        using var portalVisitor = PortalWorld.Visit(portal);
        await hash.AnswersAsync(hashVisitor, "/");
        await stock.AnswersAsync(stockVisitor, StockWorld.Login);
        await portal.AnswersAsync(portalVisitor, PortalWorld.Portal + "/login");
        var stockToken = await stockVisitor.TokenAsync(StockWorld.Login);
        var portalToken = await portalVisitor.TokenAsync(PortalWorld.Portal + "/login");

        Task<Sample> HashAsync(Load load) =>
            load.RunAsync(hash, session.Database, hashVisitor,
                () => new HttpRequestMessage(HttpMethod.Get, $"/hash?times={HashesInARequest}"), HttpStatusCode.OK);
        Task<Sample> StockAsync(Load load) =>
            load.RunAsync(stock, session.Database, stockVisitor,
                () => Post(StockWorld.Login, "UserName", StockWorld.UserName(Next()), stockToken), HttpStatusCode.Redirect);
        Task<Sample> PortalAsync(Load load) =>
            load.RunAsync(portal, session.Database, portalVisitor,
                () => Post(PortalWorld.Portal + "/login", "Identifier", PortalWorld.OperatorId(Next()), portalToken),
                HttpStatusCode.SeeOther);

        var warmUp = new Load(Environment.ProcessorCount, Times: WarmUps);
        await HashAsync(warmUp with { Times = WarmUps / HashesInARequest });
        await StockAsync(warmUp);
        await PortalAsync(warmUp);
        var load = new Load(Environment.ProcessorCount, Times: session.IsShort ? 12 : 40);
        var rounds = await Rounds<Sample>
            .RunAsync(session.Rounds, async () => Share(await HashAsync(load with { Times = load.Times / HashesInARequest })),
                () => StockAsync(load), () => PortalAsync(load));
        return
        [
            .. Subjects.Select((name, subject) => new Row("PERF-1", $"CPU of {(subject == 0 ? "the hash alone" : $"a sign-in, {name}")}",
                rounds.Median(subject, sample => sample.CpuMilliseconds), "ms")),
            .. Subjects.Skip(1)
                .Select((name, subject) => new Row("PERF-1", $"CPU of PostgreSQL for a sign-in, {name}",
                    rounds.Median(subject + 1, sample => sample.DatabaseMilliseconds), "ms")),
            new Row("PERF-1", "stock's sign-in against the hash", rounds.Ratio(1, to: 0, sample => sample.CpuMilliseconds), "×"),
            new Row("PERF-1", "Portal's sign-in against the hash", rounds.Ratio(2, to: 0, sample => sample.CpuMilliseconds), "×", 1.05),
        ];
    }

    private static Sample Share(Sample sample) => sample with { Requests = sample.Requests * HashesInARequest };

    /// <summary>Each person once, so that nobody's sessions become too many.</summary>
    private int Next() => 1 + Interlocked.Increment(ref person) % 9_000;

    internal static HttpRequestMessage Post(string path, string idField, string id, string token) => new(HttpMethod.Post, path)
    {
        Content =
            new FormUrlEncodedContent([new(idField, id), new("Password", PortalWorld.Password), new("__RequestVerificationToken", token)]),
    };
}
