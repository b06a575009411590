using System.Diagnostics;
using Portal.Benchmarks.Running;
using Portal.Benchmarks.Worlds;

namespace Portal.Benchmarks.Measures;

/// <summary>PERF-4: memory and time to the first byte of a large file: the own sign-in history as CSV.</summary>
internal sealed class ExportMeasure : Measure
{
    private const string Page = PortalWorld.Portal + "/account/login-history";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    public override string Name => "export";

    public override async Task<IReadOnlyList<Row>> RunAsync(Session session)
    {
        await using var portal = session.Portal.Start();
        using var visitor = await SignedIn.AtPortalAsync(portal);
        var rows = await session.Portal.AddHistoryAsync(session.IsShort ? 100_000 : 1_000_000);
        await session.Portal.AnalyzeAsync();
        await visitor.PageAsync(Page);
        var before = portal.Memory;
        var (firstByte, bytes, peak) = await ExportAsync(portal, visitor);
        return
        [
            new Row("PERF-4", "rows of the file", rows, ""),
            new Row("PERF-4", "size of the file", bytes / 1e6, "MB"),
            new Row("PERF-4", "first byte after", firstByte.TotalMilliseconds, "ms", 500),
            new Row("PERF-4", "memory grew by", (peak - before) / 1e6, "MB", 64),
        ];
    }

    private static async Task<(TimeSpan FirstByte, long Bytes, long Peak)> ExportAsync(SubjectProcess portal, Visitor visitor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Page + "/export")
        {
            Content = new FormUrlEncodedContent([new("Format", "csv"), new("__RequestVerificationToken", await visitor.TokenAsync(Page))]),
        };
        var began = Stopwatch.GetTimestamp();
        using var answer = await visitor.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var content = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        var bytes = (long)await content.ReadAsync(buffer);
        var firstByte = Stopwatch.GetElapsedTime(began);
        var (peak, looked) = (portal.Memory, Stopwatch.GetTimestamp());
        for (var read = 1; read > 0; bytes += read)
        {
            read = await content.ReadAsync(buffer);
            if (Stopwatch.GetElapsedTime(looked) > BetweenLooks)
            {
                (peak, looked) = (Math.Max(peak, portal.Memory), Stopwatch.GetTimestamp());
            }
        }

        return (firstByte, bytes, Math.Max(peak, portal.Memory));
    }
}
