using Microsoft.Playwright;
using Portal.Browser.Tests.Checks;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Dev;

/// <summary>
/// Every component, in all languages, themes and widths: what a page is made of is sound before pages are.
/// </summary>
public sealed class ComponentsTests(Chromium chromium, Site site) : IClassFixture<Site>
{
    private const string Gallery = "/dev/components";

    public static TheoryData<Look> Looks => [.. Look.All];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A11Y_1_EveryComponent_IsSound(Look look)
    {
        await using var window = await chromium.OpenAsync(site.Address, look);
        await window.GoAsync(Gallery);
        (await window.Page.Locator("html").GetAttributeAsync("lang")).ShouldBe(look.Language);
        await window.ShouldBeSoundAsync();
    }

    [Theory]
    [InlineData(Gallery + "/auth")]
    [InlineData(Gallery + "/admin")]
    [InlineData(Gallery + "/confirm")]
    [InlineData("/privacy")]
    [InlineData("/error/404")]
    [InlineData("/")]
    [InlineData("/t/control/login")]
    [InlineData("/t/officephone/login")]
    [InlineData("/t/homephone/login")]
    [InlineData("/t/rental/login")]
    [InlineData("/t/security/login")]
    [InlineData("/admin/login")]
    public async Task A11Y_1_EveryLayout_IsSound(string path)
    {
        foreach (var look in new[] { new Look("ja"), new Look("en", Dark: true, Width: 320) })
        {
            await using var window = await chromium.OpenAsync(site.Address, look);
            await window.GoAsync(path);
            await window.ShouldBeSoundAsync();
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task A11Y_1_EveryStopOfTheTabKey_IsSeen(int width)
    {
        await using var window = await chromium.OpenAsync(site.Address, new Look(Width: width));
        await window.GoAsync(Gallery);
        await window.ShouldShowFocusAsync();
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task A11Y_1_LargeTextAndWideSpacing_StayInsideTheWindow(string language)
    {
        await using var window = await chromium.OpenAsync(site.Address, new Look(language, Width: 320));
        await window.GoAsync(Gallery);
        await window.ShouldStretchAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A11Y_1_EmptyForm_ComesBackWithItsErrors(bool script)
    {
        await using var window = await chromium.OpenAsync(site.Address, new Look(Script: script));
        await window.GoAsync(Gallery);
        var answer = await window.Page.RunAndWaitForResponseAsync(
            () => window.Page.ClickAsync("main .p-form .p-button[data-kind=primary]"), response => response.Request.Method == "POST");
        await window.Page.WaitForSelectorAsync(".p-errors");
        await window.ShouldListErrorsAsync(answer);
    }

    [Fact]
    public async Task A11Y_1_ConfirmDialog_TakesFocus_ClosesOnEscape_AndReturnsIt()
    {
        await using var window = await chromium.OpenAsync(site.Address);
        await window.GoAsync(Gallery);
        await window.Page.ClickAsync("a[data-dialog]");
        await window.Page.WaitForSelectorAsync("dialog[open]");
        (await window.Page.EvaluateAsync<bool>("!!document.activeElement.closest('dialog')")).ShouldBeTrue();
        await window.Page.Keyboard.PressAsync("Escape");
        await window.Page.WaitForSelectorAsync("dialog[open]", new() { State = WaitForSelectorState.Detached });
        (await window.Page.EvaluateAsync<bool>("document.activeElement.matches('a[data-dialog]')")).ShouldBeTrue();
    }

    [Fact]
    public async Task A11Y_1_WithoutScript_NoDeadControlIsShown()
    {
        await using var window = await chromium.OpenAsync(site.Address, new Look(Script: false));
        await window.GoAsync(Gallery);
        (await window.Page.Locator(".p-password__show:visible, .p-copy:visible, [data-check-all]:visible").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task PASS_2_Checklist_FollowsTheTyping()
    {
        await using var window = await chromium.OpenAsync(site.Address);
        await window.GoAsync(Gallery);
        await window.Page.FillAsync("#Form_Password", "Abcdefg1");
        (await window.Page.Locator(".p-rules__item[data-state=met]").CountAsync()).ShouldBe(4);
        await window.Page.FillAsync("#Form_Password", "ａ");
        (await window.Page.Locator(".p-rules__item[data-state=met]").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task B12_SessionAboutToEnd_IsAnnouncedTwoMinutesBefore_AndCanBeExtended()
    {
        await using var window = await chromium.OpenAsync(site.Address);
        var (page, dialog) = (window.Page, window.Page.Locator("#session-dialog"));
        await page.Clock.InstallAsync();
        await window.GoAsync(Gallery);
        await page.Clock.FastForwardAsync("27:50");
        (await dialog.IsVisibleAsync()).ShouldBeFalse();

        await page.Clock.FastForwardAsync("00:15");
        (await dialog.Locator("[data-session-text]").TextContentAsync()).ShouldBe("操作がないため、あと2分でログアウトします。");
        await page.RunAndWaitForResponseAsync(() => dialog.Locator("button").ClickAsync(), response => response.Request.Method == "POST");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        await page.Clock.FastForwardAsync("30:05");
        (await dialog.Locator("[data-session-text]").TextContentAsync())!.ShouldStartWith("一定時間操作がなかったため、ログアウトしました。");
        (await dialog.Locator("h2").TextContentAsync()).ShouldBe("ログアウトしました");
        (await page.TitleAsync()).ShouldBe("ログアウトしました");
        (await dialog.GetByRole(AriaRole.Link, new() { Name = "ログインし直す" }).IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    [Trait("Review", "F13")]
    public async Task LOGIN_7_B12_APageOfAnotherSession_PutsNoWarningOff_OneOfTheSameDoes()
    {
        await using var window = await chromium.OpenAsync(site.Address);
        var (page, dialog) = (window.Page, window.Page.Locator("#session-dialog"));
        await page.Clock.InstallAsync();
        await window.GoAsync(Gallery);
        var name = await dialog.GetAttributeAsync("data-session");
        await page.Clock.FastForwardAsync("27:00");
        await page.EvaluateAsync("""
            () => {
              new BroadcastChannel('portal-session other').postMessage('active');
              new BroadcastChannel('portal-session').postMessage('active');
            }
            """);
        await page.Clock.FastForwardAsync("01:05");
        (await dialog.IsVisibleAsync()).ShouldBeTrue();

        await page.EvaluateAsync("name => new BroadcastChannel('portal-session ' + name).postMessage('active')", name);
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task A11Y_1_CharactersLeft_AreCountedAsPeopleCountThem()
    {
        await using var window = await chromium.OpenAsync(site.Address);
        await window.GoAsync(Gallery);
        await window.Page.FillAsync("#Form_Inquiry", "髙😀𠮷");
        (await window.Page.TextContentAsync("#Form_Inquiry-count")).ShouldBe("あと197文字入力できます");
        await window.Page.FillAsync("#Form_Inquiry", new string('あ', 203));
        (await window.Page.TextContentAsync("#Form_Inquiry-count")).ShouldBe("3文字超えています");
    }

    [Fact]
    public async Task A11Y_1_CheckAll_ChecksItsRows_AndFollowsThem()
    {
        await using var window = await chromium.OpenAsync(site.Address);
        await window.GoAsync(Gallery);
        var all = window.Page.Locator("[data-check-all]");
        await all.CheckAsync();
        (await window.Page.Locator("input[name=ids]:checked").CountAsync()).ShouldBe(3);
        await window.Page.Locator("input[name=ids]").First.UncheckAsync();
        (await all.IsCheckedAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task C6_OnPaper_ThereIsNoNavigation_ButTheDate()
    {
        await using var window = await chromium.OpenAsync(site.Address);
        await window.GoAsync(Gallery);
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await window.Page.Locator(".p-nav:visible, .p-button:visible, .p-theme:visible, .p-banner:visible").CountAsync()).ShouldBe(0);
        (await window.Page.Locator(".p-footer__print time").IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A13_WithForcedColours_ControlsKeepTheirBorders()
    {
        await using var window = await chromium.OpenAsync(site.Address);
        await window.GoAsync(Gallery);
        await window.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        foreach (var selector in new[] { ".p-button", ".p-input", ".p-tag", ".p-callout" })
        {
            (await window.Page.Locator(selector).First.EvaluateAsync<string>("e => getComputedStyle(e).borderTopStyle"))
                .ShouldBe("solid", selector);
        }
    }
}
