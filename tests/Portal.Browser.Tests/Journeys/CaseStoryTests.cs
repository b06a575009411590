using Portal.Browser.Tests.Checks;
using Portal.Web.Data.Seed;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>A customer and the desk, side by side: from the question to the follow-up (CASE-1 to CASE-4).</summary>
public sealed class CaseStoryTests(Chromium chromium)
{
    private const string Cases = "/t/security/cases";

    [Fact]
    public async Task CASE_3_Asked_Taken_Answered_Solved_Rejected_Solved_Approved_FollowedUp()
    {
        await using var site = await StartAsync();
        await using var customer = await chromium.OpenAsync(site.Address, new Look("ja", Width: 390));
        await customer.SignInAsync("/t/security", "taro.yamada@example.jp.cs", DemoAccounts.SecurityPassword);
        await customer.EnterMailedCodeAsync(site, "taro.yamada@example.jp");
        await using var desk = await chromium.OpenAsync(site.Address, new Look("ja"));
        await desk.SignInAsStaffAsync(site, "agent@portal.example.jp");

        var path = await AskAsync(customer);
        await desk.GoAsync("/admin/cases?view=unassigned");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        await desk.FollowAsync("main a:has-text('夜間の通信について')");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
        await desk.FollowAsync("main form[action*='/take'] button");
        await SayAsync(desk, "時刻を教えてください", "ask");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();

        await customer.GoAsync("/t/security/home");
        (await customer.Page.InnerTextAsync("main")).ShouldContain("回答をお待ちしているケース");
        await customer.GoAsync(path);
        (await customer.Page.InnerTextAsync("main")).ShouldContain("時刻を教えてください");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
        await customer.Page.FillAsync("main textarea[name=Text]", "2時ごろです");
        await customer.FollowAsync("main form[action$='/comments'] button:has-text('送信')");

        await desk.GoAsync(desk.PathOf());
        await SayAsync(desk, "対処しました", "solve");
        await customer.GoAsync(path + "/reject");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
        await customer.Page.FillAsync("main textarea[name=Reason]", "まだ続いています");
        await customer.PressAsync();
        (await customer.Page.InnerTextAsync("main")).ShouldContain("作業中");

        await desk.GoAsync(desk.PathOf());
        await SayAsync(desk, "もう一度対処しました", "solve");
        await customer.GoAsync(path);
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
        await customer.FollowAsync("main form[action$='/approve'] button");
        (await customer.Page.InnerTextAsync("main")).ShouldContain("クローズ");
        await customer.FollowAsync("main a:has-text('関連する新しいお問い合わせを作成')");
        (await customer.Page.InputValueAsync("main [name=Subject]")).ShouldBe("続き：夜間の通信について");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task CASE_1_TheToolbarPutsSignsAroundWhatIsChosen()
    {
        await using var site = await StartAsync();
        await using var window = await chromium.OpenAsync(site.Address, new Look("en"));
        await window.SignInAsync("/t/security", "taro.yamada@example.jp.cs", DemoAccounts.SecurityPassword);
        await window.EnterMailedCodeAsync(site, "taro.yamada@example.jp");
        await window.GoAsync(Cases + "/new");
        await window.Page.FillAsync("main textarea[name=Text]", "one\ntwo");

        await window.Page.EvalOnSelectorAsync("main textarea[name=Text]", "area => area.setSelectionRange(0, 3)");
        await window.Page.ClickAsync(".p-rich-tools button:has-text('Bold')");
        (await window.Page.InputValueAsync("main textarea[name=Text]")).ShouldBe("**one**\ntwo");
        await window.Page.EvalOnSelectorAsync("main textarea[name=Text]", "area => area.setSelectionRange(0, area.value.length)");
        await window.Page.ClickAsync(".p-rich-tools button:has-text('List')");

        (await window.Page.InputValueAsync("main textarea[name=Text]")).ShouldBe("- **one**\n- two");
        (await window.FindTroubleAsync()).ShouldBeEmpty();
    }

    private static async Task<string> AskAsync(Window customer)
    {
        await customer.FollowAsync("main a:has-text('お問い合わせの作成')");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
        await customer.Page.SelectOptionAsync("main [name=Kind]", "Alert");
        await customer.Page.FillAsync("main [name=Subject]", "夜間の通信について");
        await customer.Page.FillAsync("main textarea[name=Text]", "**昨夜**の通信を調べてください。");
        await customer.FollowAsync("main button[value=preview]");
        (await customer.Page.InnerTextAsync(".p-rich-preview strong")).ShouldBe("昨夜");
        await customer.FollowAsync("main button[value=check]");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
        await customer.FollowAsync("main button[value=save]");
        (await customer.Page.InnerTextAsync("main")).ShouldContain("を受け付けました");
        (await customer.FindTroubleAsync()).ShouldBeEmpty();
        return customer.PathOf();
    }

    private static async Task SayAsync(Window desk, string text, string step)
    {
        await desk.Page.FillAsync("main textarea[name=Text]", text);
        await desk.FollowAsync($"main button[value={step}]");
        (await desk.Page.InnerTextAsync("main")).ShouldContain(text);
    }

    private static async Task<Site> StartAsync()
    {
        var site = new Site();
        await site.InitializeAsync();
        return site;
    }
}
