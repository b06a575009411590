using System.Net;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Admin;

public sealed class LookingAtTheDashboard : StaffTest
{
    [Fact]
    public async Task ADMIN_9_CountsOfTheLastDayAreDrawnWithATableBehindThem()
    {
        await new Account(Control, "N0009001") { Email = "owner@example.jp" }.AddToAsync(App);
        for (var i = 0; i < 5; i++)
        {
            await App.CreateBrowser().TrySignInAsync(Control, "N0009001", "Wrong1357-Tiger");
        }

        App.Time.Advance(TimeSpan.FromHours(2));
        await new Account(Control, "N0009002").AddToAsync(App);
        await App.CreateBrowser().SignInAsync(Control, "N0009002");
        await App.CreateBrowser().TrySignInAsync(Rental, "R1", "x", "a@example.jp");

        var page = await (await AgentAsync()).GetAsync("/admin");

        page.ShouldBeOk().ShouldShow("ロックアウト中の利用者 1人").ShouldShow("応答しています");
        page.Texts("figure figcaption").ShouldBe(
            ["ログイン 合計1件、最多1件（12:00〜）", "ログインの失敗 合計5件、最多5件（10:00〜）", "ロックアウト 合計1件、最多1件（10:00〜）", "仮パスワードの発行 0件"]);
        page.Texts("figure").Count.ShouldBe(4);
        page.Document.QuerySelectorAll("figure[data-series=failures] rect").Length.ShouldBe(1);
        var rows = page.Texts("tbody tr");
        rows.Count.ShouldBe(24);
        rows[0].ShouldBe("2026/05/13 12:00 1 0 0 0");
        rows[2].ShouldBe("2026/05/13 10:00 0 5 1 0");
        page.Body.ShouldNotContain(" style=");
    }

    [Fact]
    public async Task ADMIN_9_WhatIsOlderThanADayIsNotCounted()
    {
        await App.CreateBrowser().TrySignInAsync(Control, "N0009999");
        App.Time.Advance(TimeSpan.FromHours(24));
        (await (await AgentAsync()).GetAsync("/admin")).Texts("figure figcaption")[1].ShouldBe("ログインの失敗 0件");
    }

    [Fact]
    public async Task ADMIN_11_EveryRoleSeesItsOwnMenu()
    {
        Menu(await (await AgentAsync()).GetAsync("/admin")).ShouldBe(["対応状況", "ロックアウト", "利用者"]);
        Menu(await (await AdministratorAsync()).GetAsync("/admin")).ShouldBe(["対応状況", "ロックアウト", "利用者", "監査ログ", "送信箱"]);
        Menu(await (await SystemAdministratorAsync()).GetAsync("/admin")).ShouldBe(["対応状況", "ロックアウト", "利用者", "監査ログ", "送信箱"]);
    }

    [Fact]
    public async Task ADMIN_11_TheOutboxIsForAdministrators()
    {
        (await (await AgentAsync()).GetAsync("/admin")).ShouldNotShow("メールの送信");
        (await (await AdministratorAsync()).GetAsync("/admin")).ShouldShow("待機 0件・失敗 0件");
    }

    [Fact]
    public async Task ADMIN_11_WithoutTenantsThereIsNothingToSee()
    {
        await AddLockedAsync(Control, "N0009001");
        var lonely = await SignedInAsync("lonely@portal.test", AccountRole.Agent);
        (await lonely.GetAsync("/admin")).ShouldShow("0人");
        (await lonely.GetAsync("/admin/users?q=N0009001")).ShouldShow("該当するものはありません");
    }

    [Fact]
    public async Task AZ_02_WithoutASessionOneIsLedToTheSignIn() =>
        (await App.CreateBrowser().GetAsync("/admin")).Status.ShouldBe(HttpStatusCode.Found);

    private static IReadOnlyList<string> Menu(PortalPage page) => page.Texts(".p-side a");
}
