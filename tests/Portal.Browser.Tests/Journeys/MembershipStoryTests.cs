using Portal.Browser.Tests.Checks;
using Portal.TestKit.Mail;
using Portal.Web.Data.Seed;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>Somebody looks after two contracts of one holder, and lets a colleague into the second (CONT-2).</summary>
public sealed class MembershipStoryTests(Chromium chromium)
{
    private const string Security = "/t/security";
    private const string Third = "N310000003";

    [Theory]
    [InlineData("ja", true, 320, true)]
    [InlineData("en", false, 1280, false)]
    public async Task CONT_2_CASE_1_SwitchedByTheManager_AndAColleagueIsLetIn(string language, bool dark, int width, bool script)
    {
        await using var site = new Site();
        await site.InitializeAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look(language, dark, width, script));
        await window.SignInAsync(Security, "taro.yamada@example.jp.cs", DemoAccounts.SecurityPassword);
        await window.EnterMailedCodeAsync(site, "taro.yamada@example.jp");

        // Which contract is at work stands beside the name; the way to the other one is on the home page.
        (await window.Page.InnerTextAsync(".p-menu summary")).ShouldContain("N310000001");
        await window.FollowAsync("main a[href$='/account/contract']");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.FollowAsync($"main form:has(input[value={Third}]) button");
        (await window.Page.InnerTextAsync(".p-menu summary")).ShouldContain(Third);
        (await window.FindTroubleAsync()).ShouldBeEmpty();

        await window.GoAsync(Security + "/operators");
        await window.FollowAsync("main a[href$='/operators/memberships']");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.FollowAsync("main a[href$='/operators/memberships/new']");
        await window.Page.FillAsync("main [name=LoginId]", "emily.carter@example.jp.cs");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        await window.PressAsync();
        window.PathOf().ShouldBe(Security + "/operators/memberships");
        (await window.Page.InnerTextAsync("main")).ShouldContain("emily.carter@example.jp.cs");
        await window.FollowAsync("main td a, main th a");
        (await window.FindTroubleAsync()).ShouldBeEmpty();

        await window.GoAsync(Security + "/cases/new");
        (await window.Page.InputValueAsync("main [name=About]")).ShouldBe(Third);
        (await window.FindTroubleAsync()).ShouldBeEmpty();
        (await site.App.MailsAsync("emily.carter@example.jp")).ShouldHaveSingleItem().Text.ShouldContain(Third);
    }
}
