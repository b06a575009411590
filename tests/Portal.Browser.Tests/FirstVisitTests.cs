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
        await window.Page.GotoAsync($"/t/{tenant}/login", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });

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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FACE_1_NoTwoPortalsLookAlike(bool dark)
    {
        var seen = new Dictionary<string, string>();
        foreach (var portal in new[] { "/t/control", "/t/officephone", "/t/homephone", "/t/rental", "/t/security", "/admin" })
        {
            await using var window = await chromium.OpenAsync(site.Address, new Look(Dark: dark));
            await window.GoAsync(portal + "/login");
            foreach (var (what, selector, property) in new[]
            {
                ("button", "main .p-button[data-kind=primary]", "backgroundColor"), ("band", ".p-header__bar", "backgroundColor"),
                ("panel", ".p-panel", "backgroundColor"), ("link", "main .p-links a", "color"),
            })
            {
                var color = await window.Page.Locator(selector).First.EvaluateAsync<string>($"e => getComputedStyle(e).{property}");
                seen.TryAdd($"{what} {color}", portal).ShouldBeTrue($"{what} of {portal}: {color}");
            }
        }
    }

    [Fact]
    public async Task FACE_1_ANarrowPageHasTheBandAlone_AWideOneThePanel()
    {
        foreach (var (width, wide) in new[] { (375, false), (1280, true) })
        {
            await using var window = await chromium.OpenAsync(site.Address, new Look(Width: width));
            await window.GoAsync("/t/security/login");
            (await window.Page.Locator(".p-panel").IsVisibleAsync()).ShouldBe(wide);
            (await window.Page.Locator(".p-header__home").IsVisibleAsync()).ShouldBe(!wide);
        }
    }

    [Fact]
    public async Task FACE_1_ToneChangesSizes()
    {
        (await MeasureAsync("homephone", "html")).ShouldBe("18px");
        (await MeasureAsync("security", "html")).ShouldBe("16px");
        (await MeasureAsync("control", "h1")).ShouldBe("24px");
        (await MeasureAsync("security", "h1")).ShouldBe("28px");

        async Task<string> MeasureAsync(string tenant, string selector)
        {
            await using var window = await chromium.OpenAsync(site.Address);
            await window.GoAsync($"/t/{tenant}/login");
            return await window.Page.Locator(selector).EvaluateAsync<string>("e => getComputedStyle(e).fontSize");
        }
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
