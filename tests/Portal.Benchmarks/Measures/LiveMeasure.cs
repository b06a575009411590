using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Portal.Benchmarks.Running;
using Portal.Benchmarks.Worlds;

namespace Portal.Benchmarks.Measures;

/// <summary>
/// CASE-8: people who keep the page of a case open at two nodes, two a case, while they comment on their cases; whether
/// each of them hears of every comment, and what that costs.
/// </summary>
internal sealed class LiveMeasure : Measure
{
    private const int PeopleOfACase = 2;
    private const int PerSecond = 50;
    private const int AtOnce = 8;
    private const string Home = PortalWorld.Portal + "/home";
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public override string Name => "live";

    public override async Task<IReadOnlyList<Row>> RunAsync(Session session)
    {
        var (people, seconds) = session.IsShort ? (100, 10) : (1_000, 60);
        await session.Cases.PrepareAsync();
        await session.Cases.FillAsync(0, people);
        await session.Cases.OpenAgainAsync();
        await session.Portal.AnalyzeAsync();
        SubjectProcess[] nodes = [session.Portal.Start(), session.Portal.Start()];
        var listeners = await SignInAsync(nodes, people);
        var idle = nodes.Select(node => node.Memory).ToArray();
        using var end = new CancellationTokenSource();
        var listening = listeners.Select(listener => listener.ListenAsync(end.Token)).ToArray();
        await UntilAsync(() => listeners.All(listener => listener.IsOn));
        var (cpu, database, began) = (Cpu(nodes), session.Database.Cpu, Stopwatch.GetTimestamp());
        var comments = await CommentAsync(listeners, seconds);
        var elapsed = Stopwatch.GetElapsedTime(began);
        await UntilAsync(() => listeners.All(listener => listener.HasHeard(comments)));
        var (cpuAfter, databaseAfter) = (Cpu(nodes), session.Database.Cpu);
        var delays = listeners.SelectMany(listener => listener.Delays(comments)).Order().ToArray();
        Row[] rows =
        [
            new("CASE-8", "connections at two nodes", listeners.Count, ""),
            new("CASE-8", "comments a second", comments.Count / elapsed.TotalSeconds, "/s"),
            new("CASE-8", "people who did not hear of a comment", listeners.Count(listener => !listener.HasHeard(comments)), "", 0),
            new("CASE-8", "from the comment's answer to the news: p50", At(delays, 0.5), "ms"),
            new("CASE-8", "from the comment's answer to the news: p95", At(delays, 0.95), "ms"),
            new("CASE-8", "CPU of both nodes for a comment, with its news", (cpuAfter - cpu).TotalMilliseconds / comments.Count, "ms"),
            new("CASE-8", "CPU of PostgreSQL for a comment, with its news",
                (databaseAfter - database).TotalMilliseconds / comments.Count, "ms"),
            new("CASE-8", "memory of both nodes before the connections", idle.Sum() / 1e6, "MB"),
            new("CASE-8", "memory of both nodes at the end", nodes.Sum(node => node.Memory) / 1e6, "MB"),
        ];
        await end.CancelAsync();
        await Task.WhenAll(listening);
        foreach (var listener in listeners)
        {
            listener.Dispose();
        }

        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }

        return rows;
    }

    private static TimeSpan Cpu(SubjectProcess[] nodes) => nodes[0].Cpu + nodes[1].Cpu;

    private static double At(double[] sorted, double part) => sorted.Length == 0 ? 0 : sorted[(int)Math.Ceiling(part * sorted.Length) - 1];

    private static async Task<IReadOnlyList<Listener>> SignInAsync(SubjectProcess[] nodes, int people)
    {
        var listeners = new ConcurrentBag<Listener>();
        await Parallel.ForEachAsync(Enumerable.Range(0, people), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) =>
        {
            // The two of a case are at different nodes. Every second case is of their contract.
            var visitor = await SignedIn.AtPortalAsync(nodes[i % nodes.Length], PortalWorld.OperatorId(i + 1));
            listeners.Add(new Listener(visitor, (i / PeopleOfACase * 2) + 1, await visitor.TokenAsync(Home)));
        });
        return [.. listeners];
    }

    /// <returns>By case, when each comment was answered.</returns>
    private static async Task<IReadOnlyCollection<Comment>> CommentAsync(IReadOnlyList<Listener> listeners, int seconds)
    {
        var (comments, under) = (new ConcurrentBag<Comment>(), new List<Task>());
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        for (var i = 0; i < seconds * PerSecond && await pace.WaitForNextTickAsync(); i++)
        {
            var by = listeners[i % listeners.Count];
            under.Add(Task.Run(async () => comments.Add(await by.CommentAsync())));
        }

        await Task.WhenAll(under);
        return comments;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!isSo() && Stopwatch.GetElapsedTime(began) < LongestWait)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <param name="At">Timestamp of its answer.</param>
    private sealed record Comment(int Case, long At);

    private sealed class Listener(Visitor visitor, int number, string token) : IDisposable
    {
        private readonly ConcurrentQueue<(int Entries, long At)> heard = new();

        public bool IsOn { get; private set; }

        private string Page => $"{PortalWorld.Portal}/cases/CS{number:0000000}";

        public async Task ListenAsync(CancellationToken end)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"{Page}/live?after={CaseWorld.EntriesOfACase}");
                using var answer = await visitor.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                using var lines = new StreamReader(await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(end));
                IsOn = true;
                while (await lines.ReadLineAsync(end) is { } line)
                {
                    if (line.StartsWith("id: ", StringComparison.Ordinal))
                    {
                        heard.Enqueue((int.Parse(line.AsSpan(4), CultureInfo.InvariantCulture), Stopwatch.GetTimestamp()));
                    }
                }
            }
            catch (Exception e) when (end.IsCancellationRequested && e is OperationCanceledException or IOException)
            {
                // The measure is over.
            }
        }

        public async Task<Comment> CommentAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Page + "/comments")
            {
                Content = new FormUrlEncodedContent([new("Text", "確認しました。引き続きお願いします。"),
                    new("__RequestVerificationToken", token)]),
            };
            using var answer = await visitor.SendAsync(request);
            return answer.StatusCode == HttpStatusCode.SeeOther
                ? new Comment(number, Stopwatch.GetTimestamp())
                : throw new InvalidOperationException($"{Page}: a comment was answered with {(int)answer.StatusCode}.");
        }

        public bool HasHeard(IEnumerable<Comment> comments) =>
            comments.Count(comment => comment.Case == number) is var count
                && (count == 0 || heard.Any(news => news.Entries >= CaseWorld.EntriesOfACase + count));

        /// <summary>
        /// Milliseconds of each comment until the news that counts it; news may come before the answer.
        /// </summary>
        public IEnumerable<double> Delays(IEnumerable<Comment> comments) => comments.Where(comment => comment.Case == number)
            .OrderBy(comment => comment.At).Select((comment, i) => (comment.At,
                News: heard.FirstOrDefault(news => news.Entries >= CaseWorld.EntriesOfACase + i + 1).At))
            .Where(pair => pair.News != 0).Select(pair => Math.Max(0, Stopwatch.GetElapsedTime(pair.At, pair.News).TotalMilliseconds));

        public void Dispose() => visitor.Dispose();
    }
}
