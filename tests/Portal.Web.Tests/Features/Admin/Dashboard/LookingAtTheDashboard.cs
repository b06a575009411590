using System.Net;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Features.Admin.Dashboard;

namespace Portal.Web.Tests.Features.Admin.Dashboard;

public sealed class LookingAtTheDashboard : StaffTest
{
    [Fact]
    public async Task ADMIN_9_WhoIsStuckStandsFirstWithNameTelephoneSinceWhyAndOneAct()
    {
        var id = await AddLockedAsync(Control, "N0009001", account => account with
        {
            FamilyName = "山田",
            GivenName = "花子",
            With = user =>
            {
                account.With!(user);
                user.Phone = "06-1234-5678";
            },
        });
        await AddLockedAsync(Rental, "R1");

        var page = await (await AgentAsync()).GetAsync("/admin");

        page.ShouldBeOk().Texts(".p-queue__head").ShouldBe(["今、困っている人 1人"]);
        var person = page.Texts(".p-stuck").ShouldHaveSingleItem();
        person.ShouldContain("山田 花子 N0009001 回線コントロール");
        person.ShouldContain("2026/05/13 09:00からロックアウト中");
        person.ShouldContain("5回の失敗（198.51.100.7から）");
        person.ShouldContain("自動では解除されません");
        page.Find(".p-stuck a[href^='tel:']").GetAttribute("href").ShouldBe("tel:0612345678");
        (await page.ClickAsync(".p-stuck__act a")).ShouldBeOk().ShouldShow("N0009001のロックを解除しますか").ShouldShow("理由");
        page.Find(".p-stuck__act a").GetAttribute("href").ShouldBe(PathOf(Control, id) + "/lockout-release");
    }

    [Fact]
    public async Task ADMIN_9_AFewStandThereAndTheOthersBehindALink()
    {
        for (var i = 1; i < 9; i++)
        {
            await AddLockedAsync(Control, $"N000900{i}");
        }

        var page = await (await AgentAsync()).GetAsync("/admin");

        page.Texts(".p-stuck").Count.ShouldBe(6);
        page.Texts(".p-queue__head").ShouldBe(["今、困っている人 8人 全員を表示"]);
        (await page.ClickAsync("全員を表示")).Texts("tbody tr").Count.ShouldBe(8);
    }

    [Fact]
    public async Task ADMIN_2_AU_09_ThatNamesAndNumbersWereSeenIsRecorded()
    {
        var agent = await AgentAsync();
        await agent.GetAsync("/admin");
        (await EventsAsync("lockouts-viewed")).ShouldBeEmpty("nobody was shown");
        await AddLockedAsync(Control, "N0009001");
        await agent.GetAsync("/admin");
        await agent.GetAsync("/admin/lockouts?tenant=control");

        (await EventsAsync("lockouts-viewed")).Select(recorded => (recorded.Tenant, recorded.Event.ActorName, recorded.Event.Details))
            .ShouldBe([(Staff, AgentId, """{"rows":1}"""), (Control, AgentId, """{"rows":1}""")], ignoreOrder: true);
    }

    [Fact]
    public async Task ADMIN_9_ADayIsCountedBySiteAndHourBesideTheSameDayAWeekAgo()
    {
        await new Account(Control, "N0009002").AddToAsync(App);
        await App.CreateBrowser().SignInAsync(Control, "N0009002");
        App.Time.Advance(TimeSpan.FromDays(7));
        await App.CreateBrowser().SignInAsync(Control, "N0009002");
        await App.CreateBrowser().SignInAsync(Control, "N0009002");

        var page = await (await AgentAsync()).GetAsync("/admin");

        page.ShouldBeOk().Texts("section[aria-labelledby=today] > .p-table tbody tr")[0].ShouldBe("回線コントロール 2 先週 1 0% 先週 0% 0 先週 0");
        page.Texts("figure figcaption")[0].ShouldBe("ログイン 今日 2件・先週 1件");
        page.Texts(".p-chart__top")[0].ShouldBe("5");
        page.Document.QuerySelectorAll("figure[data-series=signins] rect:not(.p-chart__hit)").Length.ShouldBe(1);
        page.Texts("details tbody tr")[10].ShouldStartWith("10:00 2 先週 1");
        page.Body.ShouldNotContain(" style=");
    }

    [Fact]
    public async Task ADMIN_9_ABarLeadsToTheEventsOfItsHour()
    {
        await App.CreateBrowser().TrySignInAsync(Control, "N0009999");
        App.Time.Advance(TimeSpan.FromHours(2));
        await App.CreateBrowser().TrySignInAsync(Control, "N0009998");

        var administrator = await AdministratorAsync();
        var page = await administrator.GetAsync("/admin");
        var bars = page.Document.QuerySelectorAll("figure[data-series=failures] a");
        bars.Length.ShouldBe(2);
        page.Document.QuerySelectorAll("details td:nth-of-type(2) a").Select(link => link.GetAttribute("href"))
            .ShouldBe(bars.Select(bar => bar.GetAttribute("href")));

        var log = await administrator.GetAsync(bars[0].GetAttribute("href")!);
        log.ShouldBeOk().Texts(".p-audit__what a").ShouldBe(["N0009999がログインに失敗しました"]);
        (await (await AgentAsync()).GetAsync("/admin")).Has("figure a").ShouldBeFalse("agents may not read the log");
    }

    [Theory]
    [InlineData(30, 9, false)]
    [InlineData(30, 12, false)]
    [InlineData(20, 12, true)]
    [InlineData(0, 10, true)]
    public void ADMIN_9_ATooLargeShareOfFailuresIsMarked(int signIns, int failures, bool marked) =>
        new Figures(signIns, failures, 0, 0).TooManyFail.ShouldBe(marked);

    [Theory]
    [InlineData(2, 0, false)]
    [InlineData(3, 1, true)]
    [InlineData(4, 2, false)]
    public void ADMIN_9_MoreLockoutsThanUsualAreMarked(int now, int usual, bool marked) =>
        new Figures(0, 0, now, 0).TooManyAreLocked(new Figures(0, 0, usual, 0)).ShouldBe(marked);

    [Fact]
    public async Task ADMIN_11_EveryRoleSeesItsOwnMenu()
    {
        string[] agents = ["対応状況", "ケース", "作業依頼", "申し込み", "ロックアウト", "利用者", "契約", "承認"];
        string[] administrators = [.. agents, "ナレッジ", "お知らせ", "作業メニュー", "レンタル商品", "スタッフ", "データ移行", "認証ポリシー", "サイト",
            "監査ログ", "送信箱"];
        Menu(await (await AgentAsync()).GetAsync("/admin")).ShouldBe(agents);
        Menu(await (await AdministratorAsync()).GetAsync("/admin")).ShouldBe(administrators);
        Menu(await (await SystemAdministratorAsync()).GetAsync("/admin")).ShouldBe(administrators);
    }

    [Fact]
    public async Task ADMIN_11_TheMenuStaysWhereItIsOnOnesOwnPages() =>
        Menu(await (await AgentAsync()).GetAsync("/admin/account"))
            .ShouldBe(["対応状況", "ケース", "作業依頼", "申し込み", "ロックアウト", "利用者", "契約", "承認"]);

    [Fact]
    public async Task ADMIN_11_TheOutboxIsForAdministrators()
    {
        (await (await AgentAsync()).GetAsync("/admin")).ShouldNotShow("メールの送信");
        (await (await AdministratorAsync()).GetAsync("/admin")).ShouldShow("待機 0件・失敗 0件").ShouldShow("応答しています");
    }

    [Fact]
    public async Task ADMIN_11_WithoutTenantsThereIsNothingToSee()
    {
        await AddLockedAsync(Control, "N0009001");
        var lonely = await SignedInAsync("lonely@portal.test", AccountRole.Agent);
        (await lonely.GetAsync("/admin")).ShouldShow("0人").ShouldShow("ロックアウト中の利用者はいません");
        (await lonely.GetAsync("/admin/users?q=N0009001")).ShouldShow("該当するものはありません");
    }

    [Fact]
    public async Task AZ_02_WithoutASessionOneIsLedToTheSignIn() =>
        (await App.CreateBrowser().GetAsync("/admin")).Status.ShouldBe(HttpStatusCode.Found);

    private static IReadOnlyList<string> Menu(PortalPage page) => page.Texts(".p-side a");
}
