using Portal.Browser.Tests.Checks;
using Portal.Web.Data.Seed;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>The header of a portal: a menu that folds, and one search for everything (HOME-3, HOME-4).</summary>
public sealed class SearchStoryTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const string Security = "/t/security";

    /// <summary>Two lines of entries are taller.</summary>
    private const float OneLine = 64;

    [Theory]
    [InlineData("ja", false, 320, true)]
    [InlineData("en", true, 390, false)]
    public async Task HOME_3_HOME_4_OnAPhone_ByKeyboard_WithAndWithoutScripts(string language, bool dark, int width, bool script)
    {
        await using var window = await chromium.OpenAsync(site.Address, new Look(language, dark, width, script));
        await window.SignInAsync(Security, "taro.yamada@example.jp.cs", DemoAccounts.SecurityPassword);
        await window.EnterMailedCodeAsync(site, "taro.yamada@example.jp");

        var (menu, entry) = (window.Page.Locator(".p-nav summary"), window.Page.Locator(".p-nav a[href$='/cases']"));
        (await entry.IsVisibleAsync()).ShouldBeFalse();
        await menu.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        (await entry.IsVisibleAsync()).ShouldBeTrue();
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.Page.Keyboard.PressAsync("Enter");
        (await entry.IsVisibleAsync()).ShouldBeFalse();

        await window.Page.FillAsync("#site-search", "ab");
        await window.ArriveAsync(() => window.Page.Keyboard.PressAsync("Enter"), "a search for too little");
        window.PathOf().ShouldBe(Security + "/search");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.Page.FillAsync("main [name=q]", "検知");
        await window.FollowAsync("main form button");
        (await window.Page.Locator("main h3 a").CountAsync()).ShouldBeGreaterThan(0);
        (await window.FindTroubleAsync()).ShouldBeEmpty();

        // An article that only its version in the other language has found says so.
        await window.Page.FillAsync("main [name=q]", language == "ja" ? "forward" : "ログの転送");
        await window.FollowAsync("main form button");
        (await window.Page.Locator("main .p-results__hit p a[hreflang]").CountAsync()).ShouldBe(1);
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.FollowAsync("main h3 a >> nth=0");
        (await window.Page.Locator("h1").CountAsync()).ShouldBe(1);

        foreach (var wide in new[] { 1280, 1440 })
        {
            await window.Page.SetViewportSizeAsync(wide, 900);
            (await menu.IsVisibleAsync()).ShouldBeFalse();
            (await entry.IsVisibleAsync()).ShouldBeTrue();
            (await window.Page.Locator(".p-nav__list").BoundingBoxAsync())!.Height.ShouldBeLessThan(OneLine);
        }
    }
}
