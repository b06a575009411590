using System.Text.RegularExpressions;
using Portal.TestKit.Web;
using Portal.Web.Tests.Features.LinkedAdministrators;

namespace Portal.Web.Tests.Features.Acting;

/// <summary>
/// Walks by the links of somebody else's pages: each answers, and none leads out of that one's place (LINK-7, SAFE-4).
/// </summary>
public sealed partial class ActingWalk : LinkedTest
{
    private const int MostPages = 80;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LINK_7_EveryLink_StaysInItsPlaceAndAnswers(bool byProxy)
    {
        var (browser, home) = byProxy ? await ProxyAsync() : await LinkedAsync();
        var place = PlaceOf(home);
        var trouble = new List<string>();
        var (seen, ahead) = (new HashSet<string>(), new Queue<string>());
        ahead.Enqueue(place + "/home");
        while (ahead.TryDequeue(out var path) && seen.Count < MostPages)
        {
            var page = await (await browser.GetAsync(path)).FollowAsync();
            if ((int)page.Status >= 400)
            {
                trouble.Add($"{path}: {(int)page.Status}");
            }

            if (page.Headers.GetValueOrDefault("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) != true)
            {
                continue;
            }

            if (!page.Has(".p-acting"))
            {
                trouble.Add($"{path}: no bar");
            }

            var links = page.Document.QuerySelectorAll("a[href], form[action]")
                .Select(element => (element.GetAttribute("href") ?? element.GetAttribute("action"))!.Split('#')[0])
                .Where(address => address.StartsWith("/t/", StringComparison.Ordinal)).ToList();
            trouble.AddRange(links.Where(address => !address.StartsWith(place + "/", StringComparison.Ordinal))
                .Select(address => $"{path} leads out to {address}"));
            foreach (var next in page.Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!.Split('#')[0])
                .Where(href => href.StartsWith(place + "/", StringComparison.Ordinal))
                .Where(href => seen.Add(Id().Replace(href.Split('?')[0], "*"))))
            {
                ahead.Enqueue(next);
            }
        }

        trouble.Distinct().ShouldBeEmpty();
        seen.Count.ShouldBeGreaterThan(6);
    }

    private async Task<(PortalBrowser Browser, PortalPage Home)> LinkedAsync()
    {
        var manager = await ManagerAsync();
        return (manager, await OpenAsync(manager, FirstId));
    }

    private async Task<(PortalBrowser Browser, PortalPage Home)> ProxyAsync()
    {
        var administrator = await AdministratorAsync();
        var page = await administrator.GetAsync($"{Base}/operators/{FirstUser}");
        return (administrator, await (await page.Form("form[action$='/act-as']").SubmitAsync()).FollowAsync());
    }

    [GeneratedRegex("(?<=/)[0-9a-f-]{32,36}(?=/|$)")]
    private static partial Regex Id();
}
