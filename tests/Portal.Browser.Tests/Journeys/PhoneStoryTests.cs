using Portal.Browser.Tests.Checks;
using Portal.TestKit.Accounts;
using Portal.Web.Data.Seed;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>Whoever has no password any more dials, gets in and sets one; a contract changes how it signs in.</summary>
public sealed class PhoneStoryTests(Chromium chromium)
{
    private const string First = "0676543210";
    private const string Entered = "20481593";
    private const string Fresh = "Sumire1357y";

    [Theory]
    [InlineData(true, 1280, false)]
    [InlineData(false, 320, true)]
    public async Task CALL_7_TEMP_3_LINE_3_AVoidedNumberDials_SignsInAndIsLedToANewPassword(bool script, int width, bool dark)
    {
        await using var site = new Site();
        await site.InitializeAsync();
        await site.App.World.Locks.VoidAsync(await site.App.World.Accounts.IdOfAsync(First));
        await using var window = await chromium.OpenAsync(site.Address, new Look(Width: width, Dark: dark, Script: script));

        await window.GoAsync("/t/homephone/login");
        await window.FollowAsync("main a[href$='/temp-password/phone']");
        await window.ShouldBeSoundAsync();
        await window.GoAsync("/dev/phone");
        await window.ShouldBeSoundAsync();
        await window.Page.SelectOptionAsync("main [name=From]", "homephone/+81676543210");
        await window.Page.ClickAsync(".p-phone__form button[data-kind=primary]");
        foreach (var keys in new[] { "2", First + "#", Entered, Entered })
        {
            await EnterAsync(window, keys);
        }

        await window.Page.WaitForSelectorAsync(".p-phone__log:has-text('仮パスワードを設定しました')");
        await window.ShouldBeSoundAsync();
        await window.SignInAsync("/t/homephone", First, Entered);
        window.PathOf().ShouldBe("/t/homephone/password/required");
        await window.Page.FillAsync("main [autocomplete=current-password]", Entered);
        await window.SetPasswordAsync(Fresh);
        await window.GoAsync("/t/homephone/home");
        window.PathOf().ShouldBe("/t/homephone/home");
    }

    [Theory]
    [InlineData(true, 1280, true)]
    [InlineData(false, 320, false)]
    public async Task UNIT_1_UNIT_2_FromNumbersToManagerAndUsers_ByThePasswordOfEach(bool script, int width, bool dark)
    {
        await using var site = new Site();
        await site.InitializeAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look(Width: width, Dark: dark, Script: script));
        await window.SignInAsync("/t/homephone", First, DemoAccounts.HomePhonePassword);

        await window.GoAsync("/t/homephone/account/auth-unit");
        await window.Page.CheckAsync("main [name=To][value=ManagerAndUsers]");
        var passwords = window.Page.Locator("main [autocomplete=current-password]");
        (await passwords.CountAsync()).ShouldBe(2);
        await passwords.Nth(0).FillAsync(DemoAccounts.HomePhonePassword);
        await passwords.Nth(1).FillAsync(DemoAccounts.HomePhonePassword);
        await window.ShouldBeSoundAsync();
        await window.PressAsync();
        await window.ShouldBeSoundAsync();
        await window.PressAsync();

        await window.ShouldBeSoundAsync();
        (await window.Page.InnerTextAsync("main")).ShouldContain("4000000003");
        (await window.Page.InnerTextAsync("main")).ShouldContain("06-7654-3211");
    }

    /// <summary>Keys and the button that sends them; the announcement that follows is another one.</summary>
    private static async Task EnterAsync(Window window, string keys)
    {
        var heard = await window.Page.Locator(".p-phone__line").CountAsync();
        await window.Page.FillAsync("#keys", keys);
        await window.Page.ClickAsync(".p-phone__form [data-send]");
        await window.Page.WaitForSelectorAsync($".p-phone__line:nth-child({heard + 2})");
    }
}
