using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Portal.Browser.Tests.Checks;
using Portal.TestKit.Mail;
using Portal.Web.Features.Recovery;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>Getting back in, and changing one's address, by the links of mails; on the demonstration's data.</summary>
public sealed partial class MailedLinkTests(Chromium chromium)
{
    private const string Fresh = "Violet8642-tram!Q";

    [Theory]
    [InlineData(true, "ja", 1280)]
    [InlineData(false, "en", 320)]
    public async Task RESET_1_A11Y_1_AForgottenPasswordIsResetFromTheMailbox(bool script, string language, int width)
    {
        await using var site = await StartAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look(language, Width: width, Script: script));
        await window.GoAsync("/t/security/login");
        await window.FollowAsync("main a[href='/t/security/unlock']");
        await window.Page.FillAsync("main [autocomplete~=username]", "taro.yamada@example.jp.cs");
        await IsSoundAsync(window, script);
        await window.PressAsync();
        window.PathOf().ShouldBe("/t/security/unlock/verify");
        await IsSoundAsync(window, script);
        await window.Page.FillAsync("main [autocomplete=email]", "taro.yamada@example.jp");
        await window.PressAsync();
        window.PathOf().ShouldBe("/t/security/unlock/sent");
        await IsSoundAsync(window, script);

        await site.App.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None);
        await site.App.SendMailAsync();
        await window.GoAsync("/dev/mailbox");
        (await window.Page.InnerTextAsync("main")).ShouldContain("taro.yamada@example.jp");
        await window.GoAsync(await site.NewestMailAsync("taro.yamada@example.jp", ResetLink()));
        window.PathOf().ShouldBe("/t/security/reset");
        await IsSoundAsync(window, script);
        await window.SetPasswordAsync(Fresh);
        window.PathOf().ShouldBe("/t/security/reset/done");
        await IsSoundAsync(window, script);

        await window.SignInAsync("/t/security", "taro.yamada@example.jp.cs", Fresh);
        window.PathOf().ShouldStartWith("/t/security/login/");
    }

    [Fact]
    public async Task MAIL_1_A11Y_1_AUserOfRentalChangesTheAddressByBothProofs()
    {
        await using var site = await StartAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look("ja"));
        await window.GoAsync("/t/rental/login");
        await window.Page.FillAsync("main [autocomplete~=username]", "R100001");
        await window.Page.FillAsync("main [autocomplete=email]", "taro@rental.example.jp");
        await window.Page.FillAsync("main [autocomplete=current-password]", "Rental2468x");
        await window.PressAsync();
        await window.GoAsync("/t/rental/account/email");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.PressAsync();
        window.PathOf().ShouldBe("/t/rental/account/email");
        (await window.FindTroubleAsync()).ShouldBeEmpty();

        await window.GoAsync(await site.NewestMailAsync("taro@rental.example.jp", NewLink()));
        window.PathOf().ShouldBe("/t/rental/email/new");
        await window.Page.FillAsync("main [autocomplete=email]", "taro2@rental.example.jp");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.PressAsync();
        window.PathOf().ShouldBe("/t/rental/email/new/sent");

        await window.GoAsync(await site.NewestMailAsync("taro2@rental.example.jp", ConfirmLink()));
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.PressAsync();
        window.PathOf().ShouldBe("/t/rental/email/confirm/done");
        await window.GoAsync("/t/rental/account/email");
        (await window.Page.InnerTextAsync("main")).ShouldContain("taro2@rental.example.jp");
    }

    [GeneratedRegex("/t/security/reset/[A-Za-z0-9_-]+")]
    private static partial Regex ResetLink();

    [GeneratedRegex("/t/rental/email/new/[A-Za-z0-9_-]+")]
    private static partial Regex NewLink();

    [GeneratedRegex("/t/rental/email/confirm/[A-Za-z0-9_-]+")]
    private static partial Regex ConfirmLink();

    // What looks for trouble is a script itself.
    private static async Task IsSoundAsync(Window window, bool script)
    {
        if (script)
        {
            (await window.FindTroubleAsync()).ShouldBeEmpty();
        }
    }

    private static async Task<Site> StartAsync()
    {
        var site = new Site();
        await site.InitializeAsync();
        return site;
    }
}
