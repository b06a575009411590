using System.Globalization;
using System.Net;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Landing;

public sealed class SitePages : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("privacy", "プライバシーポリシー", "Privacy")]
    [InlineData("terms", "利用規約", "Terms")]
    [InlineData("accessibility", "アクセシビリティ方針", "Accessibility statement")]
    [InlineData("environment", "動作環境", "Supported browsers")]
    public async Task LegalPage_StandsAtTheRootAndInEveryPortal_InBothLanguages(string page, string japanese, string english)
    {
        var browser = app.CreateBrowser();
        (await browser.GetAsync("/" + page)).ShouldBeOk().Find("h1").TextContent.ShouldBe(japanese);
        (await browser.GetAsync("/t/control/" + page)).ShouldBeOk().Title.ShouldBe(japanese + "｜回線コントロール");
        (await browser.GetAsync("/" + page + "?culture=en")).ShouldBeOk().Find("h1").TextContent.ShouldBe(english);
    }

    [Fact]
    public async Task Robots_AreKeptOut() =>
        (await app.CreateBrowser().GetAsync("/robots.txt")).ShouldBeOk().Body.ShouldBe("User-agent: *\nDisallow: /\n");

    [Fact]
    public async Task SecurityTxt_WithoutAContact_DoesNotExist() =>
        (await app.CreateBrowser().GetAsync("/.well-known/security.txt")).ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task SecurityTxt_NamesTheContact_AndADateToCome()
    {
        await using var known =
            await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:SecurityContact"] = "mailto:security@example.com" });
        var lines = (await known.CreateBrowser().GetAsync("/.well-known/security.txt")).ShouldBeOk().Body.Split('\n');
        lines[0].ShouldBe("Contact: mailto:security@example.com");
        DateTimeOffset.Parse(lines[1]["Expires: ".Length..], CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan(known.Time.GetUtcNow().AddDays(170));
    }

    [Fact]
    public async Task Assets_AreTheSameForAllPortals_AndChangeTheirNameWithTheirContent()
    {
        var browser = app.CreateBrowser();
        var sheet = (await browser.GetAsync("/t/control/login")).Find("link[rel=stylesheet]").GetAttribute("href")!;
        sheet.ShouldMatch(@"^/css/portal\.[a-z0-9]+\.css$");
        (await browser.GetAsync("/t/security/login")).Find("link[rel=stylesheet]").GetAttribute("href").ShouldBe(sheet);
        (await browser.GetAsync(sheet)).ShouldBeOk();
    }
}
