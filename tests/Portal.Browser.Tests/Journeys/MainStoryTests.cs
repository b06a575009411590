using Microsoft.Extensions.DependencyInjection;
using Portal.Browser.Tests.Checks;
using Portal.Web.Data.Seed;
using Portal.Web.Features.Recovery;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>The main story on the demonstration's data: locked out, back in by oneself; seen by the staff.</summary>
public sealed class MainStoryTests(Chromium chromium)
{
    private const string Fresh = "Violet8642tram";

    [Fact]
    public async Task TEMP_1_A11Y_1_LockedOut_AChildGetsBackInByMail()
    {
        await using var site = await StartAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look("ja"));
        for (var i = 0; i < 5; i++)
        {
            await window.SignInAsync("/t/control", "N0001002", $"wrong{i}");
        }

        await window.SignInAsync("/t/control", "N0001002", DemoAccounts.ControlPassword);
        window.PathOf().ShouldBe("/t/control/login");
        await window.FollowAsync("main a[href='/t/control/unlock']");
        await window.Page.FillAsync("main [autocomplete~=username]", "N0001002");
        await window.Page.FillAsync("main [name=Keyword]", "Keyword1357");
        await window.Page.FillAsync("main [autocomplete=email]", "child@control.example.jp");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.PressAsync();
        window.PathOf().ShouldBe("/t/control/unlock/sent");

        await site.App.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None);
        var temporary = await site.NewestMailAsync("child@control.example.jp", Journey.TemporaryPassword());
        await window.SignInAsync("/t/control", "N0001002", temporary);
        window.PathOf().ShouldBe("/t/control/password/required");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.Page.FillAsync("main [autocomplete=current-password]", temporary);
        foreach (var field in await window.Page.Locator("main [autocomplete=new-password]").AllAsync())
        {
            await field.FillAsync(Fresh);
        }

        await window.PressAsync();
        window.PathOf().ShouldBe("/t/control/home");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task ADMIN_1_TheStaffSignInWithACodeAndSeeWhoIsLocked()
    {
        await using var site = await StartAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look("ja"));
        await window.SignInAsStaffAsync(site, "admin@portal.example.jp");
        (await window.GoAsync("/admin/lockouts")).Status.ShouldBe(200);
        var text = await window.Page.InnerTextAsync("main");
        text.ShouldContain("N0001003");
        text.ShouldContain("05011110003");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task LOGIN_1_ByKeyboardAlone()
    {
        await using var site = await StartAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look("ja"));
        await window.GoAsync("/t/control/login");
        await window.WaitForFocusAsync("main [autocomplete~=username]");
        await window.Page.Keyboard.TypeAsync("N0001001");
        await window.Page.Keyboard.PressAsync("Tab");
        await window.WaitForFocusAsync("main [autocomplete=current-password]");
        await window.Page.Keyboard.TypeAsync(DemoAccounts.ControlPassword);
        await window.ArriveAsync(() => window.Page.Keyboard.PressAsync("Enter"));
        window.PathOf().ShouldBe("/t/control/home");
    }

    private static async Task<Site> StartAsync()
    {
        var site = new Site();
        await site.InitializeAsync();
        return site;
    }
}
