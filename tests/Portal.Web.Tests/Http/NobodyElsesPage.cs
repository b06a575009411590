using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Http;

/// <summary>Answers belong to who asked: nothing between us and a browser may keep one for another.</summary>
public sealed class NobodyElsesPage : IAsyncLifetime
{
    private const int Requests = 50;
    private static readonly (string Tenant, string Id, string Name)[] People =
    [
        ("control", "N0009001", "管制一郎"), ("control", "N0009002", "管制二郎"), ("security", "sec.user1", "警備三郎"),
    ];

    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task AZ_15_OfFiftyMixedRequestsAtOnceEachGetsItsOwnPage()
    {
        var browsers = new List<PortalBrowser>();
        foreach (var (tenant, id, name) in People)
        {
            await new Account(tenant, id) { FamilyName = name, GivenName = "", Email = $"{id}@example.jp" }.AddToAsync(app);
            await app.ChangeProfileAsync(tenant,
                profile => profile with { SecondFactor = new SecondFactorProfile() });
            var browser = app.CreateBrowser();
            await browser.SignInAsync(tenant, id);
            browsers.Add(browser);
        }

        var pages = await Task.WhenAll(Enumerable.Range(0, Requests)
            .Select(i => Task.Run(async () => (Who: i % People.Length,
                Page: await AskAsync(browsers[i % People.Length], People[i % People.Length].Tenant)))));

        foreach (var (who, page) in pages)
        {
            page.ShouldBe(HttpStatusCode.OK);
            page.Body.ShouldContain(People[who].Name);
            People.Where((_, other) => other != who).ShouldAllBe(other => !page.Body.Contains(other.Name));
            page.Headers["Cache-Control"].ShouldBe("no-store");
            page.Headers.ContainsKey("ETag").ShouldBeFalse();
            page.Headers.ContainsKey("Last-Modified").ShouldBeFalse();
        }
    }

    /// <summary>As a cache in between would ask, which has seen the page before.</summary>
    private static Task<PortalPage> AskAsync(PortalBrowser browser, string tenant)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/t/{tenant}/home");
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        request.Headers.IfModifiedSince = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return browser.SendAsync(request);
    }
}
