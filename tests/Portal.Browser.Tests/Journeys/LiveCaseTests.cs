using Microsoft.Playwright;
using Portal.Browser.Tests.Checks;
using Portal.Web.Data.Seed;
using Shouldly;
using Xunit;

namespace Portal.Browser.Tests.Journeys;

/// <summary>A customer and the desk have the same case open, and nobody reloads (CASE-8).</summary>
public sealed class LiveCaseTests(Chromium chromium)
{
    private const string Field = "main textarea[name=Text]";
    private const string Typing = ".p-live__typing";

    [Fact]
    public async Task CASE_8_WhatOneSays_AppearsAtTheOther_WhoGoesOnTyping()
    {
        await using var site = new Site();
        await site.InitializeAsync();
        await using var customer = await chromium.OpenAsync(site.Address, new Look("ja", Width: 390));
        await customer.SignInAsync("/t/security", "taro.yamada@example.jp.cs", DemoAccounts.SecurityPassword);
        await customer.EnterMailedCodeAsync(site, "taro.yamada@example.jp");
        var path = await AskAsync(customer);
        await using var desk = await chromium.OpenAsync(site.Address, new Look("ja"));
        await desk.SignInAsStaffAsync(site, "agent@portal.example.jp");

        // A name is text wherever it stands, and nothing that a script replaces.
        await site.App.World.Accounts.ChangeAsync(user => user.UserName == "agent@portal.example.jp", user => user.FamilyName, "$&");
        await desk.GoAsync(path.Replace("/t/security/cases/", "/admin/cases/security/", StringComparison.Ordinal));

        await customer.Page.ClickAsync(Field);
        await desk.Page.Locator(Field).PressSequentiallyAsync("時刻を");
        await SeeAsync(customer, Typing, "が入力中です");
        await SeeAsync(customer, Typing, "サポート担当 $&");
        await customer.Page.Locator(Field).PressSequentiallyAsync("書きかけ");
        await SeeAsync(desk, Typing, "お客さま");

        await desk.Page.FillAsync(Field, "時刻を教えてください");
        await desk.FollowAsync("main button[value=ask]");

        await SeeAsync(customer, ".p-timeline > li:last-child", "時刻を教えてください");
        await SeeAsync(customer, ".p-live [role=status]", "新しい内容が1件追加されました");
        await SeeAsync(customer, ".p-whose", "お客さま確認待ち");
        await SeeAsync(customer, ".p-callout", "状態が変わりました");
        (await customer.Page.InputValueAsync(Field)).ShouldBe("書きかけ");
        (await customer.Page.EvaluateAsync<bool>("document.activeElement.matches('main textarea[name=Text]')")).ShouldBeTrue();
        (await customer.FindTroubleAsync()).ShouldBeEmpty();

        await customer.Page.FillAsync(Field, "2時ごろです");
        await customer.FollowAsync("main form[action$='/comments'] button:has-text('送信')");
        await SeeAsync(desk, ".p-timeline > li:last-child", "2時ごろです");
        (await desk.FindTroubleAsync()).ShouldBeEmpty();
    }

    private static Task SeeAsync(Window window, string selector, string text) =>
        window.Page.Locator(selector).Filter(new LocatorFilterOptions { HasText = text }).First.WaitForAsync();

    private static async Task<string> AskAsync(Window customer)
    {
        await customer.GoAsync("/t/security/cases/new");
        await customer.Page.SelectOptionAsync("main [name=Kind]", "Alert");
        await customer.Page.FillAsync("main [name=Subject]", "夜間の通信について");
        await customer.Page.FillAsync(Field, "昨夜の通信を調べてください。");
        await customer.FollowAsync("main button[value=check]");
        await customer.FollowAsync("main button[value=save]");
        await customer.GoAsync(customer.PathOf());
        return customer.PathOf();
    }
}
