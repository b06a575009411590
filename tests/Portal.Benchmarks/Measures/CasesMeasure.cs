using System.Diagnostics;
using Portal.Benchmarks.Running;
using Portal.Benchmarks.Worlds;

namespace Portal.Benchmarks.Measures;

/// <summary>
/// PERF-3 and PERF-7: lists, searches and pages, first with a part of the data, then with all of it: cases with three
/// entries each, events of the audit log ten times as many, articles a tenth as many.
/// </summary>
internal sealed class CasesMeasure : Measure
{
    private const string List = PortalWorld.Portal + "/cases";
    private const int Warming = 5;
    private const int CasesOfAnArticle = 10;
    private const int EventsOfACase = 10;

    // Ten million events at once are nothing that a log meets; sealing has its own measure.
    private static readonly Dictionary<string, string> WithoutSealing = new() { ["Portal:Audit:Sealing"] = "false" };

    public override string Name => "cases";

    private static readonly (string Name, Func<int, int, string> Path)[] StaffPages =
    [
        ("staff: queue of cases", (_, _) => PortalWorld.Admin + "/cases?tenant=control"),
        ("staff: queue with a frequent word", (_, _) =>
            $"{PortalWorld.Admin}/cases?tenant=control&q={Uri.EscapeDataString(CaseWorld.Frequent)}"),
        ("staff: one case", (i, cases) => $"{PortalWorld.Admin}/cases/control/CS{(i * 7919L % cases) + 1:0000000}"),
        ("staff: audit log", (_, _) => PortalWorld.Admin + "/audit?tenant=control"),
        ("staff: users", (_, _) => PortalWorld.Admin + "/users?tenant=control"),
        ("staff: contracts", (_, _) => PortalWorld.Admin + "/contracts?tenant=control"),
        ("staff: search for an ID", (i, _) => $"{PortalWorld.Admin}/search?q={PortalWorld.OperatorId((i * 97) + 1)}"),
        ("staff: first page", (_, _) => PortalWorld.Admin),
    ];

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
        ("own history", (_, _) => PortalWorld.Portal + "/account/login-history"),
        ("list of IDs", (_, _) => PortalWorld.Portal + "/operators"),
        ("articles", (_, _) => PortalWorld.Portal + "/kb"),
        ("articles, frequent word", (_, _) => $"{PortalWorld.Portal}/kb/search?q={Uri.EscapeDataString(CaseWorld.Frequent)}"),
        ("articles, rare word", (_, _) => $"{PortalWorld.Portal}/kb/search?q={Uri.EscapeDataString(CaseWorld.Rare)}"),
        ("search for everything, frequent word", (_, _) => $"{PortalWorld.Portal}/search?q={Uri.EscapeDataString(CaseWorld.Frequent)}"),
        ("search for everything, rare word", (_, _) => $"{PortalWorld.Portal}/search?q={Uri.EscapeDataString(CaseWorld.Rare)}"),
    ];

    public override async Task<IReadOnlyList<Row>> RunAsync(Session session)
    {
        var (few, many) = session.Size switch
        {
            { IsShort: true } => (1_000, 10_000),
            { IsWhole: true } => (10_000, 1_000_000),
            _ => (10_000, 200_000),
        };
        var world = session.Cases;
        await world.PrepareAsync();
        await session.Articles.PrepareAsync();
        await session.Portal.AddStaffAsync();
        var rows = new List<Row>();
        await using var portal = session.Portal.Start(more: WithoutSealing);

        // Events are made like that of a sign-in, which has to be there.
        using (await SignedIn.AtPortalAsync(portal))
        {
            await FillAsync(0, few);
        }

        var (small, smallSearch) = (await TimeAsync(portal, few, session), await SearchAsync(world, few, session));
        await FillAsync(few, many);
        var (large, largeSearch) = (await TimeAsync(portal, many, session), await SearchAsync(world, many, session));
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

        async Task FillAsync(int from, int until)
        {
            rows.Add(new Row("PERF-3", $"filling {until - from:N0} cases", (await world.FillAsync(from, until)).TotalSeconds, "s"));
            await session.Articles.FillAsync(from / CasesOfAnArticle, until / CasesOfAnArticle);
            await session.Portal.AddHistoryAsync((until - from) * EventsOfACase);
            await session.Portal.AnalyzeAsync();
        }
    }

    private static string Number(int i, int cases) => $"{(i * 7919L) % (cases * 3):0000000}";

    private static IEnumerable<Row> Of(string requirement, string name, double[] small, double[] large) =>
    [
        new Row(requirement, $"{name}: p50 / p95 of the smaller", At(small, 0.5), $"/ {At(small, 0.95):0.0} ms"),
        new Row(requirement, $"{name}: p50 / p95 of the larger", At(large, 0.5), $"/ {At(large, 0.95):0.0} ms"),
    ];

    private static async Task<Dictionary<string, double[]>> TimeAsync(SubjectProcess portal, int cases, Session session)
    {
        // Filling takes longer than a session of the staff lasts.
        using var visitor = await SignedIn.AtPortalAsync(portal);
        using var staff = await SignedIn.AtStaffAsync(portal);
        (string Name, Func<int, int, string> Path, Visitor By)[] pages =
            [.. Pages.Select(page => (page.Name, page.Path, visitor)), .. StaffPages.Select(page => (page.Name, page.Path, staff))];
        var times = pages.ToDictionary(page => page.Name, _ => new List<double>());
        var givenUp = new HashSet<string>();
        for (var i = 0; i < Warming + (session.IsShort ? 10 : 60); i++)
        {
            foreach (var (name, path, by) in pages.Where(page => !givenUp.Contains(page.Name)))
            {
                var began = Stopwatch.GetTimestamp();
                try
                {
                    await by.PageAsync(path(i, cases));
                }
                catch (InvalidOperationException refused)
                {
                    // The database's own limit: the time it took is what there is to say.
                    await Console.Error.WriteLineAsync(refused.Message);
                    givenUp.Add(name);
                }

                if (i >= Warming || givenUp.Contains(name))
                {
                    times[name].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                }
            }
        }

        var sorted = times.ToDictionary(pair => pair.Key, pair => pair.Value.Order().ToArray());
        foreach (var (name, each) in sorted)
        {
            await Console.Error.WriteLineAsync($"{cases}: {name}: {At(each, 0.5):0.0} / {At(each, 0.95):0.0} ms");
        }

        return sorted;
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
