using System.Diagnostics;
using Portal.Benchmarks.Running;
using Portal.Benchmarks.Worlds;

namespace Portal.Benchmarks.Measures;

/// <summary>
/// PERF-3 and PERF-7: lists, searches and pages of cases, first with a twentieth of the data, then with all of it.
/// </summary>
internal sealed class CasesMeasure : Measure
{
    private const string List = PortalWorld.Portal + "/cases";
    private const int Warming = 5;

    public override string Name => "cases";

    private static readonly (string Name, Func<int, int, string> Path)[] Pages =
    [
        ("list", (_, _) => List),
        ("preset mine", (_, _) => List + "?view=mine"),
        ("preset needs my action", (_, _) => List + "?view=action"),
        ("preset monthly reports", (_, _) => List + "?view=monthly"),

        // A condition that is another one each time, so that no count is remembered.
        ("frequent word of two kanji", (i, _) => $"{List}?q={Uri.EscapeDataString(CaseWorld.Frequent)}&g1=number.after.{i + 1}"),
        ("rare word of two kanji", (i, _) => $"{List}?q={Uri.EscapeDataString(CaseWorld.Rare)}&g1=number.after.{i + 1}"),
        ("rare word of eight signs", (i, _) => $"{List}?q={Uri.EscapeDataString(CaseWorld.Long)}&g1=number.after.{i + 1}"),
        ("word of seven digits, in one text", (i, cases) => $"{List}?q={Number(i, cases)}"),
        // Every second case is of the visitor's contract.
        ("one case", (i, cases) => $"{List}/CS{(i * 7919L % (cases / 2) * 2) + 1:0000000}"),
    ];

    public override async Task<IReadOnlyList<Row>> RunAsync(Session session)
    {
        var (few, many) = session.IsShort ? (1_000, 10_000) : (10_000, 200_000);
        var world = session.Cases;
        await world.PrepareAsync();
        await using var portal = session.Portal.Start();
        using var visitor = await SignedIn.AtPortalAsync(portal);
        var rows = new List<Row> { new("PERF-3", $"filling {few:N0} cases", (await world.FillAsync(0, few)).TotalSeconds, "s") };
        await session.Portal.AnalyzeAsync();
        var (small, smallSearch) = (await TimeAsync(visitor, few, session), await SearchAsync(world, few, session));
        rows.Add(new Row("PERF-3", $"filling {many - few:N0} more", (await world.FillAsync(few, many)).TotalSeconds, "s"));
        await session.Portal.AnalyzeAsync();
        var (large, largeSearch) = (await TimeAsync(visitor, many, session), await SearchAsync(world, many, session));
        foreach (var (name, times) in large)
        {
            rows.AddRange(Of("PERF-3", name, small[name], times));
            rows.Add(new Row("PERF-3", $"{name}: p95 of {many:N0} against {few:N0}", At(times, 0.95) / At(small[name], 0.95), "×", 2));
        }

        foreach (var (name, times) in largeSearch)
        {
            rows.AddRange(Of("PERF-7", name, smallSearch[name], times));
        }

        return rows;
    }

    private static string Number(int i, int cases) => $"{(i * 7919L) % (cases * 3):0000000}";

    private static IEnumerable<Row> Of(string requirement, string name, double[] small, double[] large) =>
    [
        new Row(requirement, $"{name}: p50 / p95 of the smaller", At(small, 0.5), $"/ {At(small, 0.95):0.0} ms"),
        new Row(requirement, $"{name}: p50 / p95 of the larger", At(large, 0.5), $"/ {At(large, 0.95):0.0} ms"),
    ];

    private static async Task<Dictionary<string, double[]>> TimeAsync(Visitor visitor, int cases, Session session)
    {
        var times = Pages.ToDictionary(page => page.Name, _ => new List<double>());
        for (var i = 0; i < Warming + (session.IsShort ? 10 : 60); i++)
        {
            foreach (var (name, path) in Pages)
            {
                var began = Stopwatch.GetTimestamp();
                await visitor.PageAsync(path(i, cases));
                if (i >= Warming)
                {
                    times[name].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
            }
        }

        return times.ToDictionary(pair => pair.Key, pair => pair.Value.Order().ToArray());
    }

    private static async Task<Dictionary<string, double[]>> SearchAsync(CaseWorld world, int cases, Session session)
    {
        (string Name, Func<int, string> Word)[] words =
        [
            ("frequent word of two kanji", _ => CaseWorld.Frequent), ("rare word of two kanji", _ => CaseWorld.Rare),
            ("rare word of eight signs", _ => CaseWorld.Long), ("three letters, in one text", i => Number(i, cases)),
        ];
        var found = new Dictionary<string, double[]>();
        foreach (var (name, word) in words)
        {
            foreach (var ofContract in new[] { true, false })
            {
                var times = await world.SearchAsync(word, ofContract, session.IsShort ? 10 : 60);
                found[$"in the database, {(ofContract ? "contract" : "tenant")}: {name}"] = [.. times.Order()];
            }
        }

        return found;
    }

    private static double At(double[] sorted, double part) => sorted[(int)Math.Ceiling(part * sorted.Length) - 1];
}
