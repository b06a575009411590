using Portal.Browser.Tests.Checks;
using Portal.Browser.Tests.Journeys;
using Portal.Web.Data.Seed;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests;

/// <summary>Lists and histories with the rows of the demonstration, at the widths people have.</summary>
public sealed class ListTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private static readonly int[] Widths = [320, 768, 1024, 1280, 1440];
    private static readonly string[] Lists = ["/operators", "/operators?disabled=hide&state=locked", "/operators/login-history"];

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task FACE_5_NoListOfAManagerScrollsSideways(string language)
    {
        foreach (var (portal, id, password) in new[]
        {
            ("/t/control", "N0001001", DemoAccounts.ControlPassword),
            ("/t/security", "taro.yamada@example.jp.cs", DemoAccounts.SecurityPassword),
        })
        {
            await using var window = await chromium.OpenAsync(site.Address, new Look(language));
            await window.SignInAsync(portal, id, password);
            if (window.PathOf().EndsWith("/login/email-code", StringComparison.Ordinal))
            {
                await window.EnterMailedCodeAsync(site, "taro.yamada@example.jp");
            }

            await ShouldFitAsync(window, [.. Lists.Select(list => portal + list), portal + "/account/login-history"]);
        }
    }

    [Theory]
    [InlineData("/t/control/account/login-history")]
    [InlineData("/t/control/operators/login-history")]
    public async Task FACE_6_AHistoryOnAPhoneIsAFewScreens_AndAnEntryTwoLines(string history)
    {
        await using var window = await chromium.OpenAsync(site.Address, new Look("ja", Width: 320));
        await window.SignInAsync("/t/control", "N0001001", DemoAccounts.ControlPassword);
        await window.GoAsync(history);

        var events = await window.Page.EvaluateAsync<int>("() => document.querySelectorAll('time.p-log__time').length");
        events.ShouldBe(50);
        (await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight")).ShouldBeLessThanOrEqualTo(8000);
        (await window.Page.EvaluateAsync<double>(
            "() => Math.max(...[...document.querySelectorAll('.p-log__entry')].map(entry => entry.getBoundingClientRect().height))"))
            .ShouldBeLessThanOrEqualTo(88);
    }

    private static async Task ShouldFitAsync(Window window, IReadOnlyList<string> pages)
    {
        var trouble = new List<string>();
        foreach (var page in pages)
        {
            (await window.GoAsync(page)).Status.ShouldBe(200, page);
            (await window.Page.Locator("tbody tr, .p-log__entry").CountAsync()).ShouldBeGreaterThan(0, page);
            foreach (var width in Widths)
            {
                await window.Page.SetViewportSizeAsync(width, 900);
                trouble.AddRange((await Reflow.FindAsync(window.Page)).Select(finding => $"{page} at {width}: {finding}"));
            }
        }

        trouble.ShouldBeEmpty();
    }
}
