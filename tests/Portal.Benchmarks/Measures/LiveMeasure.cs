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
    private const int WarmingComments = 1_000;
    private const string Home = PortalWorld.Portal + "/home";
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public override string Name => "live";

    public override async Task<IReadOnlyList<Row>> RunAsync(Session session)
    {
        var (people, seconds) = session.IsShort ? (100, 10) : (1_000, 60);
        await session.Cases.PrepareAsync();
        await session.Cases.FillAsync(0, people + PeopleOfACase);
        await session.Cases.OpenAgainAsync();
        await session.Portal.AnalyzeAsync();
        SubjectProcess[] nodes = [session.Portal.Start(), session.Portal.Start()];
        var listeners = await SignInAsync(nodes, 0, people);
        await WarmUpAsync(nodes, people);
        var idle = nodes.Select(node => node.Memory).ToArray();
        using var end = new CancellationTokenSource();
        var listening = new List<Task>();
        foreach (var some in listeners.Chunk(AtOnce))
        {
            // A thousand do not come in one moment.
            listening.AddRange(some.Select(listener => listener.ListenAsync(end.Token)));
            await UntilAsync(() => some.All(listener => listener.IsOn));
        }

        // The nodes open their connections to the database one after the other, as on a day that begins.
        Comment[] before =
        [
            .. await CommentAsync(listeners, PerSecond / 5, seconds / 3),
            .. await CommentAsync(listeners, PerSecond / 2, seconds / 3),
        ];
        var (cpu, database, began) = (Cpu(nodes), session.Database.Cpu, Stopwatch.GetTimestamp());
        var during = await CommentAsync(listeners, PerSecond, seconds);
        var elapsed = Stopwatch.GetElapsedTime(began);
        Comment[] comments = [.. before, .. during];
        await UntilAsync(() => listeners.All(listener => listener.HasHeard(comments)));
        var (cpuAfter, databaseAfter) = (Cpu(nodes), session.Database.Cpu);
        var delays = listeners.SelectMany(listener => listener.Delays(comments, began)).Order().ToArray();
        Row[] rows =
        [
            new("CASE-8", "connections at two nodes", listeners.Count, ""),
            new("CASE-8", "comments a second", during.Count / elapsed.TotalSeconds, "/s"),
            new("CASE-8", "comments that were refused", (PerSecond * seconds) - during.Count, "", 0),
            new("CASE-8", "people who did not hear of a comment", listeners.Count(listener => !listener.HasHeard(comments)), "", 0),
            new("CASE-8", "from the comment's answer to the news: p50", At(delays, 0.5), "ms"),
            new("CASE-8", "from the comment's answer to the news: p95", At(delays, 0.95), "ms"),
            new("CASE-8", "CPU of both nodes for a comment, with its news", (cpuAfter - cpu).TotalMilliseconds / during.Count, "ms"),
            new("CASE-8", "CPU of PostgreSQL for a comment, with its news",
                (databaseAfter - database).TotalMilliseconds / during.Count, "ms"),
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

    private static async Task<IReadOnlyList<Listener>> SignInAsync(SubjectProcess[] nodes, int first, int people)
    {
        var listeners = new ConcurrentBag<Listener>();
        var some = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(Enumerable.Range(first, people), some, async (i, _) =>
        {
            // The two of a case are at different nodes. Every second case is of their contract.
            var visitor = await SignedIn.AtPortalAsync(nodes[i % nodes.Length], PortalWorld.OperatorId(i + 1));
            listeners.Add(new Listener(visitor, (i / PeopleOfACase * 2) + 1, await visitor.TokenAsync(Home)));
        });
        return [.. listeners];
    }

    /// <summary>
    /// Until what a comment and its news take is compiled for good, at each node; on a case of two more people.
    /// </summary>
    private static async Task WarmUpAsync(SubjectProcess[] nodes, int first)
    {
        var people = await SignInAsync(nodes, first, PeopleOfACase);
        using var end = new CancellationTokenSource();
        var listening = people.Select(person => person.ListenAsync(end.Token)).ToArray();
        await UntilAsync(() => people.All(person => person.IsOn));
        for (var i = 0; i < WarmingComments; i++)
        {
            await Task.WhenAll(people.Select(person => person.CommentAsync()));
        }

        await end.CancelAsync();
        await Task.WhenAll(listening);
        foreach (var person in people)
        {
            person.Dispose();
        }
    }

    /// <returns>By case, when each comment that was taken was answered.</returns>
    private static async Task<IReadOnlyCollection<Comment>> CommentAsync(IReadOnlyList<Listener> listeners, int perSecond, int seconds)
    {
        var (comments, under) = (new ConcurrentBag<Comment>(), new List<Task>());
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        for (var i = 0; i < seconds * perSecond && await pace.WaitForNextTickAsync(); i++)
        {
            var by = listeners[i % listeners.Count];
            under.Add(Task.Run(async () =>
            {
                if (await by.CommentAsync() is { } comment)
                {
                    comments.Add(comment);
                }
            }));
        }

        await Task.WhenAll(under);
        return comments;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!isSo() && Stopwatch.GetElapsedTime(began) < LongestWait)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
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

        /// <returns>Null where it was refused because there was too much to do.</returns>
        public async Task<Comment?> CommentAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Page + "/comments")
            {
                Content = new FormUrlEncodedContent([new("Text", "確認しました。引き続きお願いします。"),
                    new("__RequestVerificationToken", token)]),
            };
            using var answer = await visitor.SendAsync(request);
            return answer.StatusCode switch
            {
                HttpStatusCode.SeeOther => new Comment(number, Stopwatch.GetTimestamp()),
                HttpStatusCode.ServiceUnavailable => null,
                var other => throw new InvalidOperationException($"{Page}: a comment was answered with {(int)other}."),
            };
        }

        public bool HasHeard(IEnumerable<Comment> comments) =>
            comments.Count(comment => comment.Case == number) is var count
                && (count == 0 || heard.Any(news => news.Entries >= CaseWorld.EntriesOfACase + count));

        /// <summary>
        /// Milliseconds of each comment until the news that counts it; news may come before the answer.
        /// </summary>
        /// <param name="since">Of those that were answered after it.</param>
        public IEnumerable<double> Delays(IEnumerable<Comment> comments, long since) => comments.Where(comment => comment.Case == number)
            .OrderBy(comment => comment.At).Select((comment, i) => (comment.At,
                News: heard.FirstOrDefault(news => news.Entries >= CaseWorld.EntriesOfACase + i + 1).At))
            .Where(pair => pair.News != 0 && pair.At >= since)
            .Select(pair => Math.Max(0, Stopwatch.GetElapsedTime(pair.At, pair.News).TotalMilliseconds));

        public void Dispose() => visitor.Dispose();
    }
}
