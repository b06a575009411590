using System.IO.Compression;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests;

/// <summary>
/// What a first visit of a sign-in page fetches. Files are counted as gzip makes them: a published site has them so
/// beside it, a build has not.
/// </summary>
public sealed class FirstVisitTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const int Kilobyte = 1000;

    [Theory]
    [InlineData("control")]
    [InlineData("rental")]
    public async Task PERF_6_FirstVisit_IsLight(string tenant)
    {
        await using var window = await chromium.OpenAsync(site.Address);
        var responses = new List<IResponse>();
        window.Page.Response += (_, response) => responses.Add(response);
        await window.GoAsync($"/t/{tenant}/login");
        await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var files = new List<(string Path, int Weight)>();
        foreach (var response in responses.ToArray())
        {
            files.Add((new Uri(response.Url).AbsolutePath, await WeighAsync(response)));
        }

        int Weight(string ending) => files.Where(file => file.Path.EndsWith(ending, StringComparison.Ordinal)).Sum(file => file.Weight);
        var list = string.Join('\n', files);
        files.Count.ShouldBeLessThanOrEqualTo(8, list);
        Weight("").ShouldBeLessThanOrEqualTo(60 * Kilobyte, list);
        Weight(".css").ShouldBeLessThanOrEqualTo(12 * Kilobyte, list);
        Weight(".js").ShouldBeLessThanOrEqualTo(10 * Kilobyte, list);
        responses.ShouldAllBe(response => new Uri(response.Url).Host == site.Address.Host);
    }

    private static async Task<int> WeighAsync(IResponse response)
    {
        using var zipped = new MemoryStream();
        await using (var zip = new GZipStream(zipped, CompressionLevel.Optimal, leaveOpen: true))
        {
            await zip.WriteAsync(await response.BodyAsync());
        }

        return (int)zipped.Length + (await response.AllHeadersAsync()).Sum(header => header.Key.Length + header.Value.Length + 4);
    }
}
