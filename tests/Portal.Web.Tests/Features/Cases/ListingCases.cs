using Portal.Rules.Cases;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Cases;

public sealed class ListingCases : CaseTest
{
    [Fact]
    public async Task CASE_5_EachPresetHasItsRowsAndItsCount()
    {
        await OpenAsync(subject: "質問");
        await OpenAsync(subject: "確認待ち", status: CaseStatus.AwaitingCustomer);
        await OpenAsync(subject: "解決済み", status: CaseStatus.Resolved);
        await OpenAsync(subject: "レポート", kind: CaseKind.ReportDelivery);
        var shared = await OpenAsync(Colleague, "共有された");
        await OpenAsync(Colleague, "同僚の");
        await FollowAsync(shared, Author);
        var browser = await SignedInAsync(AuthorId);

        async Task ShouldListAsync(string view, params string[] subjects)
        {
            var page = (await browser.GetAsync($"{List}?view={view}&sort=number")).ShouldBeOk();
            page.Texts("tbody th").ShouldBe(subjects);
            page.Texts("a[aria-current=true] .p-tabs__count").ShouldBe([$"{subjects.Length}"]);
        }

        await ShouldListAsync("all", "質問", "確認待ち", "解決済み", "レポート", "共有された", "同僚の");
        await ShouldListAsync("mine", "質問", "確認待ち", "解決済み", "レポート", "共有された");
        await ShouldListAsync("action", "確認待ち", "解決済み");
        await ShouldListAsync("monthly", "レポート");
        await ShouldListAsync("nonsense", "質問", "確認待ち", "解決済み", "レポート", "共有された", "同僚の");
    }

    [Fact]
    public async Task CASE_5_TheColumns_AndWhatIsNewSinceOneLooked()
    {
        var row = await OpenAsync(subject: "件名です", confidential: true);
        var browser = await SignedInAsync(AuthorId);

        var page = (await browser.GetAsync(List)).ShouldBeOk();

        page.Texts("thead th").Select(heading => heading.TrimEnd('↕', '▼', '▲')).ShouldBe(
            ["番号", "状態", "種類", "件名", "お客さまの担当者", "更新日時"]);
        page.Texts("tbody td, tbody th").Take(5).ShouldBe(["CS0000001", "新規 秘密 更新あり", "アラート", "件名です", "佐藤 花子"]);
        page.ShouldShow("ご契約：N900000001（試験株式会社・試験サービス）");
        await browser.GetAsync(PathOf(row.Number));
        (await browser.GetAsync(List)).ShouldNotShow("更新あり");
    }

    [Theory]
    [InlineData("number", "い", "ろ", "は")]
    [InlineData("-number", "は", "ろ", "い")]
    [InlineData("status", "い", "は", "ろ")]
    [InlineData("-updated", "は", "ろ", "い")]
    [InlineData("updated", "い", "ろ", "は")]
    [InlineData("category", "は", "い", "ろ")]
    [InlineData("contact", "ろ", "は", "い")]
    [InlineData("subject", "い", "は", "ろ")]
    [InlineData("-subject", "ろ", "は", "い")]
    [InlineData("contract", "い", "ろ", "は")]
    [InlineData("holder", "い", "ろ", "は")]
    [InlineData("service", "い", "ろ", "は")]
    [InlineData("'; DROP TABLE", "は", "ろ", "い")]
    public async Task CASE_5_AnyColumnSorts(string sort, params string[] order)
    {
        await OpenAsync(subject: "い", kind: CaseKind.Other);
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await OpenAsync(subject: "ろ", status: CaseStatus.Closed, kind: CaseKind.Service);
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await OpenAsync(subject: "は", status: CaseStatus.Resolved, kind: CaseKind.Alert);
        foreach (var (subject, kana) in new[] { ("い", "ウエノ"), ("ろ", "アオキ"), ("は", "イトウ") })
        {
            await App.World.Cases.ChangeAsync(row => row.Subject == subject, row => row.AuthorKana, kana);
        }

        var browser = await SignedInAsync(AuthorId);

        (await browser.GetAsync($"{List}?sort={Uri.EscapeDataString(sort)}")).ShouldBeOk().Texts("tbody th").ShouldBe(order);
    }

    [Fact]
    public async Task CASE_5_PagesOfTwentyFiftyOrAHundred()
    {
        var row = await OpenAsync();
        await App.World.Cases.CopyAsync(each => each.Id == row.Id, 50, (copy, number) =>
        {
            (copy.Id, copy.Number) = (Guid.CreateVersion7(), number + 1);
        });
        var browser = await SignedInAsync(AuthorId);

        var first = (await browser.GetAsync(List)).ShouldBeOk();
        first.Texts("tbody tr").Count.ShouldBe(20);
        first.Find("caption").TextContent.ShouldContain("51件中1〜20件目");
        (await browser.GetAsync(List + "?page=3")).Texts("tbody tr").Count.ShouldBe(11);
        (await browser.GetAsync(List + "?size=50")).Texts("tbody tr").Count.ShouldBe(50);
        (await browser.GetAsync(List + "?size=100")).Texts("tbody tr").Count.ShouldBe(51);
        (await browser.GetAsync(List + "?size=7")).Texts("tbody tr").Count.ShouldBe(20);
        (await browser.GetAsync(List + "?view=mine&page=9")).ShouldRedirectTo(List + "?view=mine");
    }

    [Fact]
    public async Task CASE_5_WhereThereIsNone_ThePageLeadsOn()
    {
        var browser = await SignedInAsync(AuthorId);

        (await browser.GetAsync(List)).ShouldBeOk().ShouldShow("ケースはまだありません");
        (await browser.GetAsync(List + "?view=monthly")).ShouldBeOk().ShouldShow("該当するケースはありません");
    }

    [Fact]
    public async Task HOME_2_WaitingForYou_CountsOnHomeAndInTheHeaderOfEveryPage()
    {
        await OpenAsync(status: CaseStatus.AwaitingCustomer);
        await OpenAsync(status: CaseStatus.AwaitingCustomer);
        await OpenAsync(status: CaseStatus.Resolved);
        await OpenAsync(status: CaseStatus.InProgress);
        var browser = await SignedInAsync(AuthorId);

        var home = (await browser.GetAsync("/t/security/home")).ShouldBeOk();

        home.ShouldShow("回答をお待ちしているケース 2件").ShouldShow("解決の承認をお待ちしているケース 1件");
        (await home.ClickAsync("main a[href*='status.is.awaiting-customer']")).ShouldBeOk().Texts("tbody tr").Count.ShouldBe(2);
        (await home.ClickAsync("main a[href*='status.is.resolved']")).ShouldBeOk().Texts("tbody tr").Count.ShouldBe(1);
        foreach (var path in new[] { "/t/security/home", "/t/security/account", List, "/t/security/nowhere" })
        {
            (await browser.GetAsync(path)).Texts(".p-nav a[href$='/cases'] .p-nav__count").ShouldBe(["3"], path);
        }
    }
}
