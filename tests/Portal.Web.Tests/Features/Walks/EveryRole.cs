using System.Text.RegularExpressions;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Walks;

/// <summary>
/// Walks through each portal by its own links, as each role: none is refused, and a place has one name on the menu and
/// on its page.
/// </summary>
public sealed partial class EveryRole : IAsyncLifetime
{
    private const string Email = "walker@portal.example.jp";
    private const string Named = ".p-nav a, .p-menu__panel a, .p-tabs:not(.p-tabs--states) a, .p-footer__help a";
    private const int MostPages = 90;
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("control", AccountRole.Manager, "ja")]
    [InlineData("control", AccountRole.Manager, "en")]
    [InlineData("control", AccountRole.Member, "ja")]
    [InlineData("officephone", AccountRole.Manager, "en")]
    [InlineData("officephone", AccountRole.LinkedManager, "ja")]
    [InlineData("officephone", AccountRole.Member, "en")]
    [InlineData("homephone", AccountRole.Member, "en")]
    [InlineData("rental", AccountRole.Member, "ja")]
    [InlineData("rental", AccountRole.Manager, "en")]
    [InlineData("security", AccountRole.Manager, "en")]
    [InlineData("security", AccountRole.Member, "ja")]
    public async Task FACE_7_SAFE_4_NoOwnLinkIsRefused_AndAPlaceHasOneName(string tenant, AccountRole role, string language)
    {
        var browser = await SignedInAsync(tenant, role, language);
        var trouble = new List<string>();
        var names = new Dictionary<string, string>();
        var (seen, ahead) = (new HashSet<string>(), new Queue<string>());
        ahead.Enqueue($"/t/{tenant}/home");
        while (ahead.TryDequeue(out var path) && seen.Count < MostPages)
        {
            var page = await browser.GetAsync(path);
            page = page.Location is null ? page : await page.FollowAsync();
            trouble.AddRange(Findings(page, path, language, names));
            if (page.Headers.GetValueOrDefault("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) != true)
            {
                continue;
            }

            foreach (var link in page.Document.QuerySelectorAll(Named))
            {
                names[link.GetAttribute("href")!] = link.TextContent.Trim();
            }

            foreach (var next in page.Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!.Split('#')[0])
                .Where(href => href.StartsWith($"/t/{tenant}/", StringComparison.Ordinal))
                .Where(href => seen.Add(Id().Replace(href.Split('?')[0], "*"))))
            {
                ahead.Enqueue(next);
            }
        }

        trouble.ShouldBeEmpty();
        names.Count.ShouldBeGreaterThan(3);
        seen.Count.ShouldBeGreaterThan(8);
    }

    private static IEnumerable<string> Findings(PortalPage page, string path, string language, Dictionary<string, string> names)
    {
        if ((int)page.Status >= 400)
        {
            yield return $"{path}: {(int)page.Status}";
        }
        else if (names.TryGetValue(path, out var name) && HasItsName(page, path) && page.Texts("h1") is [var heading] && heading != name
            && page.Document.QuerySelector(".p-tabs")?.GetAttribute("aria-label") != name)
        {
            yield return $"{path}: “{name}” leads to “{heading}”";
        }

        if (language == "en" && FullWidth().Match(page.Text) is { Success: true } found)
        {
            yield return $"{path}: {found.Value}";
        }
    }

    /// <summary>Home greets instead, and who is led on from a list of one comes to that one's page.</summary>
    private static bool HasItsName(PortalPage page, string path) =>
        page.Address.AbsolutePath == path.Split('?')[0] && !path.EndsWith("/home", StringComparison.Ordinal);

    private async Task<PortalBrowser> SignedInAsync(string tenant, AccountRole role, string language)
    {
        await app.ChangeProfileAsync(tenant, profile => profile with { SecondFactor = new SecondFactorProfile() });
        var id = tenant is "homephone" or "officephone" ? "09000009001" : "N0009901";
        await new Account(tenant, id) { Role = role, Email = Email, With = user => user.Language = language }.AddToAsync(app);
        var other = tenant is "homephone" or "officephone" ? "09000009002" : "N0009902";
        await new Account(tenant, other) { Email = "other@portal.example.jp" }.AddToAsync(app);

        var browser = app.CreateBrowser();
        (await browser.SignInAsync(tenant, id, email: tenant == "rental" ? Email : null)).ShouldBeOk();
        return browser;
    }

    [GeneratedRegex("(?<=/)[0-9a-f-]{32,36}(?=/|$)")]
    private static partial Regex Id();

    [GeneratedRegex(".{0,30}[：（）].{0,30}")]
    private static partial Regex FullWidth();
}
