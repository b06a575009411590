using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Portal.Benchmarks.Running;
using Portal.Benchmarks.Worlds;

namespace Portal.Benchmarks.Measures;

/// <summary>
/// PERF-6: what a first visit of the sign-in page transfers, as
/// a browser that takes gzip asks for it: bodies and headers.
/// </summary>
internal sealed partial class WeightMeasure : Measure
{
    public override string Name => "weight";

    public override async Task<IReadOnlyList<Row>> RunAsync(Session session)
    {
        await using var portal = session.Portal.Start();
        using var visitor = PortalWorld.Visit(portal);
        await portal.AnswersAsync(visitor, PortalWorld.Portal + "/login");
        var files = new Dictionary<Uri, int>();
        await FollowAsync(visitor, new Uri("https://" + PortalWorld.Host + PortalWorld.Portal + "/login"), files);
        double Kilobytes(string ending) => files.Where(file => file.Key.AbsolutePath.EndsWith(ending, StringComparison.Ordinal))
            .Sum(file => file.Value) / 1000.0;
        return
        [
            new Row("PERF-6", "sign-in page, transferred", Kilobytes(""), "kB", 60),
            new Row("PERF-6", "sign-in page, requests", files.Count, "", 8),
            new Row("PERF-6", "CSS, gzip", Kilobytes(".css"), "kB", 12),
            new Row("PERF-6", "JavaScript, gzip", Kilobytes(".js"), "kB", 10),
            new Row("PERF-6", "requests to other hosts", files.Keys.Count(file => file.Host != PortalWorld.Host), "", 0),
        ];
    }

    private static async Task FollowAsync(Visitor visitor, Uri address, Dictionary<Uri, int> files)
    {
        if (!files.TryAdd(address, 0) || address.Host != PortalWorld.Host)
        {
            return;
        }

        var (weight, text) = await FetchAsync(visitor, address);
        files[address] = weight;
        var pattern = address.AbsolutePath.EndsWith(".js", StringComparison.Ordinal) ? Import()
            : address.AbsolutePath.EndsWith(".css", StringComparison.Ordinal) ? Url() : Resource();
        foreach (Match found in pattern.Matches(text))
        {
            await FollowAsync(visitor, new Uri(address, WebUtility.HtmlDecode(found.Groups["address"].Value)), files);
        }
    }

    private static async Task<(int Weight, string Text)> FetchAsync(Visitor visitor, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address.PathAndQuery);
        request.Headers.Add("Accept-Encoding", "gzip");
        using var answer = await visitor.SendAsync(request);
        var body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Sum(header => header.Value.Sum(value => header.Key.Length + value.Length + 4));
        return (body.Length + headers, Read(body, answer.Content.Headers.ContentEncoding.Contains("gzip")));
    }

    private static string Read(byte[] body, bool zipped)
    {
        using var plain = new MemoryStream(body);
        using Stream stream = zipped
            ? new GZipStream(plain, CompressionMode.Decompress)
            : plain;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(
        """<(?:link[^>]*rel="(?:stylesheet|icon|modulepreload|preload|manifest)"[^>]*href|script[^>]*src|img[^>]*src|use[^>]*href)"""
        + """="(?<address>[^"#]+)""")]
    private static partial Regex Resource();

    [GeneratedRegex("""(?:from|import)\s*\(?["'](?<address>\.{0,2}/[^"']+)""")]
    private static partial Regex Import();

    [GeneratedRegex("""url\(["']?(?<address>(?!data:)[^"')]+)""")]
    private static partial Regex Url();
}
