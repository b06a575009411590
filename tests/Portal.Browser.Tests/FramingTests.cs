using Shouldly;
using Xunit;

namespace Portal.Browser.Tests;

/// <summary>
/// Another site that shows our pages in a frame of its own, to have its visitors click on them, shows nothing.
/// </summary>
public sealed class FramingTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const string Elsewhere = "http://elsewhere.test/";

    [Theory]
    [InlineData("/t/control/login")]
    [InlineData("/admin/login")]
    [InlineData("/")]
    public async Task WB_07_AFramedPage_StaysBlank(string path)
    {
        await using var window = await chromium.OpenAsync(site.Address);
        var framed = new Uri(site.Address, path);
        await window.Page.RouteAsync(Elsewhere,
            route => route.FulfillAsync(new()
            {
                ContentType = "text/html",
                Body = $"<!doctype html><title>Elsewhere</title><iframe src=\"{framed}\"></iframe>"
            }));

        await window.Page.GotoAsync(Elsewhere);

        var frame = window.Page.Frames.Single(each => each.ParentFrame is not null);
        (await frame.Locator("main, form, input").CountAsync()).ShouldBe(0);
        frame.Url.ShouldStartWith("chrome-error:", customMessage: "the browser must have refused it, not merely be waiting for it");
    }

    [Fact]
    public async Task WB_07_TheSamePageUnframed_IsThere()
    {
        await using var window = await chromium.OpenAsync(site.Address);
        await window.GoAsync("/t/control/login");
        (await window.Page.Locator("main form").CountAsync()).ShouldBe(1);
    }
}
