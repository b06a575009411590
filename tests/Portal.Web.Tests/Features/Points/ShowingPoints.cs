using System.Net;
using Portal.Rules.Points;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Points;

/// <summary>What a customer sees of points (PNTS-1).</summary>
public sealed class ShowingPoints : PointTest
{
    [Fact]
    public async Task PNTS_1_ThePageSaysPeriodBalanceAndEveryEntry_WithWhoAndWhat()
    {
        await GrantAsync(100);
        await GrantAsync(50, what: "追加購入分");
        await SettleAsync(await ReservedAsync(30));
        await ReturnAsync(await ReservedAsync(20));
        await ReservedAsync(15);
        var browser = await SignedInAsync(AuthorId);

        var page = (await browser.GetAsync(Page)).ShouldBeOk();

        page.Texts("main dd").ShouldBe([Contract, "2026/04/01", "2027/03/31", "150", "30", "15", "105"]);
        page.Texts("tbody tr td:nth-of-type(1)").ShouldBe(["予約", "返却", "予約", "使用", "予約", "付与", "付与"]);
        page.Texts("tbody tr td:nth-of-type(2)").TakeLast(2).ShouldBe(["追加購入分", "年間ポイント"]);
        page.Texts("tbody tr td:nth-of-type(3)").ShouldBe(
            ["佐藤 花子", "サポート担当 支援 太郎", "佐藤 花子", "サポート担当 支援 太郎", "佐藤 花子", "サポート担当 支援 太郎", "サポート担当 支援 太郎"]);
        page.Texts("tbody tr td:nth-of-type(4)").ShouldBe(["−15", "+20", "−20", "30（予約分）", "−30", "+50", "+100"]);
        page.Texts("tbody tr td:nth-of-type(5)").ShouldBe(["105", "120", "100", "120", "120", "150", "100"]);
        (await BalanceAsync()).ShouldBe(new PointBalance(150, 30, 15, 0));
    }

    [Fact]
    public async Task PNTS_1_InEnglish()
    {
        await GrantAsync(1200, what: "Yearly");
        await App.World.Accounts.ChangeAllAsync(user => user.Language, "en");
        var browser = await SignedInAsync(AuthorId);

        (await browser.GetAsync(Page)).ShouldBeOk().ShouldShow("1 Apr 2026").ShouldShow("1,200").ShouldShow("Support: 支援 太郎");
    }

    [Fact]
    public async Task PNTS_1_WhereTheContractHasNone_NothingOfPointsIsThere()
    {
        await GrantAsync(100, contract: "N900000002");
        var browser = await SignedInAsync(AuthorId);

        (await browser.GetAsync(Page)).ShouldBeNotFound();
        (await CraftAsync(browser, "/t/security/home", $"{Page}/export?period={Guid.NewGuid()}")).ShouldBeNotFound();
        foreach (var path in new[] { "/t/security/home", "/t/security/account", "/t/security/contracts/" + Contract })
        {
            var page = (await browser.GetAsync(path)).ShouldBeOk();
            page.Has($"a[href*='{Page}']").ShouldBeFalse(path);
            page.Text.ShouldNotContain("ポイント", Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task PNTS_1_HomeAndMenuLeadThere_OnceThereAreSome()
    {
        await GrantAsync(100);
        await ReservedAsync(30);
        var home = (await (await SignedInAsync(ColleagueId)).GetAsync("/t/security/home")).ShouldBeOk();

        home.ShouldShow("残り70ポイント").ShouldShow("このほかに予約中30ポイント");
        (await home.ClickAsync("ポイントの履歴を見る")).ShouldBeOk().ShouldShow("検知ポリシーの変更");
    }

    [Fact]
    public async Task PNTS_1_AZ_01_PeriodsOfAnotherContract_AreNotThere()
    {
        await GrantAsync(100);
        await GrantAsync(7_777, contract: "N900000002");
        var own = await ContractIdAsync();
        var foreign = await App.World.PointPeriods.ReadAsync(period => period.ContractId != own, period => period.Id);
        var browser = await SignedInAsync(AuthorId);

        (await browser.GetAsync($"{Page}?period={foreign}")).ShouldBeNotFound();
        (await browser.GetAsync($"{Page}?period=nonsense")).ShouldBeNotFound();
        (await CraftAsync(browser, Page, $"{Page}/export?period={foreign}")).ShouldBeNotFound();

        // With the comma, which no random token of a page has.
        (await browser.GetAsync(Page)).ShouldNotShow("7,777");
    }

    [Fact]
    public async Task PNTS_1_EachPeriodHasItsOwnLedger_TheRunningOneFirst()
    {
        await GrantAsync(300, new PointSpan(new DateOnly(2027, 4, 1), new DateOnly(2028, 3, 31)), "来年度分");
        await GrantAsync(100);
        var browser = await SignedInAsync(AuthorId);

        var page = (await browser.GetAsync(Page)).ShouldBeOk().ShouldShow("年間ポイント").ShouldNotShow("来年度分");
        var next = (await page.ClickAsync("2027/04/01～2028/03/31")).ShouldBeOk().ShouldShow("来年度分").ShouldNotShow("年間ポイント");

        next.ShouldShow("この期間はまだ始まっていません");
        (await next.ClickAsync("2026/04/01～2027/03/31")).ShouldShow("年間ポイント");
    }

    [Fact]
    public async Task PNTS_1_ALongLedgerIsPaged_AndSavedAsAFile()
    {
        await GrantAsync(100);
        for (var i = 0; i < 11; i++)
        {
            await ReturnAsync(await ReservedAsync(7));
        }

        var browser = await SignedInAsync(AuthorId);
        var page = (await browser.GetAsync(Page)).ShouldBeOk();
        page.Texts("tbody tr").Count.ShouldBe(20);
        (await browser.GetAsync(Page + "?page=2")).ShouldBeOk().Texts("tbody tr").Count.ShouldBe(3);
        (await browser.GetAsync(Page + "?page=9")).ShouldBe(HttpStatusCode.SeeOther);

        var csv = (await page.Form("form[action*='/points/export']").SubmitAsync("csv")).ShouldBeOk();

        csv.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(24);
        csv.Body.ShouldContain("年間ポイント");
        (await App.World.Audit.ReadAsync("exported", happened => happened.Reason)).ShouldBe("points");
    }

    [Fact]
    public async Task EN_14_ATenantWithoutTheFeature_HasNoSuchPage()
    {
        await new Account("control", "N0009001").AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync("control", "N0009001");

        (await browser.GetAsync("/t/control/points")).ShouldBeNotFound();
        (await browser.GetAsync("/t/control/contracts")).ShouldBeNotFound();
    }

    [Fact]
    public async Task PNTS_1_TheSite_AsksForMore_ByAnInquiryThatIsFilledIn()
    {
        await GrantAsync(100);
        var browser = await SignedInAsync(AuthorId);

        var form = (await (await browser.GetAsync(Page)).ClickAsync("ポイントの追加を相談")).ShouldBeOk();

        form.Find("input[name=Subject]").GetAttribute("value").ShouldBe($"作業依頼ポイントの追加について（{Contract}）");
        form.Find("textarea[name=Text]").TextContent.ShouldContain("追加したいポイント");
        form.Find("option[selected]").GetAttribute("value").ShouldBe("Other");
    }
}
