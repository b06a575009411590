using Portal.Browser.Tests.Checks;
using Portal.TestKit.Mail;
using Portal.Web.Data.Seed;
using Portal.Web.Mail;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>Users who look after one another: adding a colleague, inviting a contact, releasing a child.</summary>
public sealed class ColleagueTests(Chromium chromium)
{
    private const string Hanako = "hanako@rental.example.jp";
    private const string Colleague = "shinjin@rental.example.jp";
    private const string Fresh = "Violet.8642";

    [Fact]
    public async Task USER_3_AUserAddsAColleague_WhoSetsItsPasswordFromTheMailAndSignsIn()
    {
        await using var site = await StartAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look("ja"));
        await SignInToRentalAsync(window, Hanako, DemoAccounts.RentalPassword);
        await window.EnterMailedCodeAsync(site, Hanako);
        window.PathOf().ShouldBe("/t/rental/home");

        await window.FollowAsync(".p-nav a:has-text('お客さま情報')");
        await window.FollowAsync(".p-tabs a:has-text('利用者')");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.FollowAsync("main a:has-text('利用者の追加')");
        await window.Page.FillAsync("main [autocomplete=email]", Colleague);
        await window.PressAsync();
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.PressAsync();
        (await window.Page.InnerTextAsync("main")).ShouldContain("招待中");
        (await window.FindTroubleAsync()).ShouldBeEmpty();

        await using var other = await chromium.OpenAsync(site.Address, new Look("ja"));
        await other.FollowMailAsync(site, Colleague, "/t/rental/invite/");
        (await other.FindTroubleAsync()).ShouldBeEmpty();
        await other.SetPasswordAsync(Fresh);
        await SignInToRentalAsync(other, Colleague, Fresh);
        other.PathOf().ShouldBe("/t/rental/home");
    }

    [Fact]
    public async Task CONT_2_AContactIsInvitedInItsOwnLanguage()
    {
        await using var site = await StartAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look("ja", Width: 320));
        await window.SignInAsync("/t/security", "taro.yamada@example.jp.cs", DemoAccounts.SecurityPassword);
        await window.EnterMailedCodeAsync(site, "taro.yamada@example.jp");
        await window.GoAsync("/t/security/operators/new");
        await window.Page.FillAsync("main [name=Email]", "grace.lee@example.jp");
        (await window.Page.InputValueAsync("main [name=LoginId]")).ShouldBe("grace.lee@example.jp.cs");
        await window.Page.FillAsync("main [name=FamilyName]", "Lee");
        await window.Page.FillAsync("main [name=GivenName]", "Grace");
        await window.Page.SelectOptionAsync("main [name=Language]", "en");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.PressAsync();
        await window.PressAsync();
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        var detail = window.PathOf();
        foreach (var act in new[] { "login-id", "permissions", "recovery", "invitation", "edit" })
        {
            (await window.GoAsync($"{detail}/{act}")).Status.ShouldBe(200);
            (await window.FindTroubleAsync()).ShouldBeEmpty(act);
        }

        var mail = (await site.App.MailsAsync("grace.lee@example.jp")).ShouldHaveSingleItem();
        mail.Subject.ShouldStartWith("Set your password");
        mail.Text.ShouldContain(Unlinked.Of("grace.lee@example.jp.cs"));
    }

    [Fact]
    public async Task LOCK_5_AParentReleasesAChild_InEnglishWithoutJavaScript()
    {
        await using var site = await StartAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look("en", Script: false));
        await window.SignInAsync("/t/control", "N0001001", DemoAccounts.ControlPassword);
        await window.GoAsync("/t/control/operators/locked");
        (await window.Page.InnerTextAsync("main")).ShouldContain("N0001003");
        await window.Page.CheckAsync("main tr:has-text('N0001003') input[name=ids]");
        await window.FollowAsync("main button:has-text('Unlock selected')");
        (await window.Page.InnerTextAsync("main")).ShouldContain("N0001003");
        await window.PressAsync();
        window.PathOf().ShouldBe("/t/control/operators/lockout-release/done");
        (await window.Page.InnerTextAsync("main")).ShouldContain("Tell each operator that the lock is off.");

        await using var child = await chromium.OpenAsync(site.Address, new Look("en", Script: false));
        await child.SignInAsync("/t/control", "N0001003", DemoAccounts.ControlPassword);
        child.PathOf().ShouldBe("/t/control/home");
    }

    private static async Task SignInToRentalAsync(Window window, string address, string password)
    {
        await window.GoAsync("/t/rental/login");
        await window.Page.FillAsync("main [autocomplete~=username]", "R100001");
        await window.Page.FillAsync("main [autocomplete=email]", address);
        await window.Page.FillAsync("main [autocomplete=current-password]", password);
        await window.PressAsync();
    }

    private static async Task<Site> StartAsync()
    {
        var site = new Site();
        await site.InitializeAsync();
        return site;
    }
}
