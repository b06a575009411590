using System.Net;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Http;

public sealed class ProxyTests : HttpTest
{
    private const string Proxy = "203.0.113.99";

    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Portal:KnownProxies:0"] = Proxy, ["Portal:KnownProxies:1"] = "198.51.100.0/24" };

    [Theory]
    [InlineData(Proxy, "192.0.2.7", "192.0.2.7")]
    [InlineData(Proxy, "10.9.9.9, 192.0.2.7", "192.0.2.7")]
    [InlineData(Proxy, "192.0.2.7, 198.51.100.3", "192.0.2.7")]
    [InlineData("203.0.113.10", "192.0.2.7", "203.0.113.10")]
    [InlineData(Proxy, "nonsense", Proxy)]
    public async Task CG_15_OnlyANamedProxysWordCounts_AndOnlyItsLastHop(string peer, string forwarded, string recorded)
    {
        var browser = App.CreateBrowser();
        browser.Address = IPAddress.Parse(peer);
        var request = new HttpRequestMessage(HttpMethod.Post, Alpha + "/probe");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded);
        await browser.SendAsync(request);
        var forged = new HttpRequestMessage(HttpMethod.Post, Alpha + "/login") { Content = new FormUrlEncodedContent([]) };
        forged.Headers.TryAddWithoutValidation("X-Forwarded-For", forwarded);

        (await browser.SendAsync(forged)).ShouldBeRefused();

        (await App.World.Audit.ReadAsync("request-forged", happened => happened.Address)).ShouldBe(recorded);
    }

    [Fact]
    public async Task WB_11_APageOverHttp_LeadsToHttps_AFormDoesNot()
    {
        var browser = App.CreateBrowser();
        browser.Address = IPAddress.Parse(Proxy);

        var page = await browser.SendAsync(OverHttp(HttpMethod.Get, Alpha + "/login?a=b"));
        var form = await browser.SendAsync(OverHttp(HttpMethod.Post, Alpha + "/login"));

        page.ShouldBe(HttpStatusCode.TemporaryRedirect).ShouldHaveHeader("Location", "https://localhost/t/alpha/login?a=b");
        page.Headers.Keys.ShouldNotContain("Strict-Transport-Security");
        form.ShouldBe(HttpStatusCode.BadRequest);
        form.SetCookies.ShouldBeEmpty();
    }

    [Fact]
    public async Task AU_06_AU_07_WhereARequestCameFrom_IsRecordedWithoutForgedLines()
    {
        var browser = App.CreateBrowser();
        browser.UserAgent = "Evil\u001b[31m/1.0 " + new string('x', 600);
        await browser.PostAsync(Alpha + "/login", []);

        var agent = await App.World.Audit.ReadAsync("request-forged", happened => happened.Browser);
        agent.ShouldStartWith("Evil[31m/1.0 xxx");
        agent!.Length.ShouldBe(256);
        (await App.World.Audit.ReadAsync("request-forged", happened => happened.CorrelationId)).ShouldNotBeNullOrEmpty();
    }

    private static HttpRequestMessage OverHttp(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Forwarded-Proto", "http");
        request.Headers.Add("X-Forwarded-For", "192.0.2.7");
        return request;
    }
}
