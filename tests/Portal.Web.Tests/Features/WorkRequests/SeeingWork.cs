using Portal.Rules.Cases;
using Portal.Rules.WorkRequests;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.WorkRequests;

/// <summary>What of the catalogue and of the requests somebody sees (WORK-1, CASE-6).</summary>
public sealed class SeeingWork : WorkTest
{
    private const string Cards = ".p-card__title";

    [Fact]
    public async Task WORK_1_TheCatalogue_ByCategory_WithCostAndTime_AndWhatIsLeft()
    {
        await GrantAsync(1_200);
        var browser = await SignedInAsync(AuthorId);

        var page = (await browser.GetAsync(Catalogue)).ShouldBeOk().ShouldShow("使えるポイント：1,200").ShouldShow("20ポイント").ShouldShow("目安：3営業日");

        page.Texts("main h2").ShouldBe(["検知", "レポート"]);
        page.Texts(Cards).ShouldBe(["検知ポリシーの変更", "アラート調査レポート"]);
    }

    [Fact]
    public async Task WORK_1_AnOptionOfTheContract_OpensItsItem_FromItsFirstDayOn()
    {
        await AddOptionAsync(EnglishOption, new DateOnly(2026, 5, 14));
        var browser = await SignedInAsync(AuthorId);
        (await browser.GetAsync($"{Catalogue}/{English}")).ShouldBeNotFound();

        App.Time.Set(new DateTimeOffset(2026, 5, 13, 15, 0, 0, TimeSpan.Zero)); // midnight in Tokyo

        browser = await SignedInAsync(AuthorId);
        (await browser.GetAsync($"{Catalogue}/{English}")).ShouldBeOk();
        (await browser.GetAsync(Catalogue)).Texts(Cards).ShouldContain("英語レポートの作成");
        (await (await SignedInAsync(StrangerId)).GetAsync(Catalogue)).Texts(Cards).ShouldNotContain("英語レポートの作成");
    }

    [Theory]
    [InlineData("ポリシー", "検知ポリシーの変更")]
    [InlineData("ﾎﾟﾘｼｰ", "検知ポリシーの変更")]
    [InlineData("detection", "検知ポリシーの変更")]
    [InlineData("レポート 調査", "アラート調査レポート")]
    public async Task WORK_1_TheSearch_ForgivesWidthKanaAndLanguage(string typed, string title)
    {
        var browser = await SignedInAsync(AuthorId);

        (await browser.GetAsync($"{Catalogue}?q={Uri.EscapeDataString(typed)}")).ShouldBeOk().Texts(Cards).ShouldBe([title]);
    }

    [Theory]
    [InlineData("英語レポート")]
    [InlineData("%")]
    [InlineData("存在しない")]
    public async Task RX_07_EN_12_WORK_1_ASearchFindsNothingThatTheContractLacks(string typed)
    {
        var browser = await SignedInAsync(AuthorId);

        (await browser.GetAsync($"{Catalogue}?q={Uri.EscapeDataString(string.Concat(Enumerable.Repeat(typed, 100)))}")).ShouldBeOk();
        (await browser.GetAsync($"{Catalogue}?q={Uri.EscapeDataString(typed)}")).ShouldBeOk().ShouldShow("該当する作業はありません");
    }

    [Fact]
    public async Task WORK_1_MoreOfACategory_WaitsBehindALine()
    {
        for (var i = 0; i < 4; i++)
        {
            await AddItemAsync($"more-{i}", Json($"追加{i}", $"More {i}", "検知", "Detection", 1), 10 + i);
        }

        var page = (await (await SignedInAsync(AuthorId)).GetAsync(Catalogue)).ShouldBeOk().ShouldShow("ほか2件を表示");

        page.Texts("details " + Cards).ShouldBe(["追加2", "追加3"]);
    }

    [Fact]
    public async Task HOME_2_WORK_1_TheHomeHasTheCardBehindTheInquiry()
    {
        var page = (await (await SignedInAsync(AuthorId)).GetAsync("/t/security/home")).ShouldBeOk();

        page.Texts(Cards).Take(3).ShouldBe(["お問い合わせの作成", "作業依頼", "ケース"]);
    }

    [Fact]
    public async Task WORK_2_TheList_HasATabForEachStatus_AndASearch()
    {
        await GrantAsync(100);
        await AcceptAsync(await SubmittedAsync());
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await DeclineAsync(await SubmittedAsync());
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await SubmittedAsync(Colleague, Report);
        var browser = await SignedInAsync(AuthorId);

        var list = (await browser.GetAsync(Requests)).ShouldBeOk();

        list.Texts(".p-tabs__count").ShouldBe(["3", "1", "1", "1", "0"]);
        list.Texts("tbody th a").ShouldBe(["WR0000003", "WR0000002", "WR0000001"]);
        (await browser.GetAsync($"{Requests}?view=declined")).Texts("tbody th a").ShouldBe(["WR0000002"]);
        (await browser.GetAsync($"{Requests}?q=wr0000003")).Texts("tbody th a").ShouldBe(["WR0000003"]);
        (await browser.GetAsync($"{Requests}?q=%25")).Texts("tbody th a").ShouldBeEmpty();
        var found = await browser.GetAsync($"{Requests}?q=ポリシー&sort=number");
        found.Texts(".p-tabs__count").ShouldBe(["2", "0", "1", "1", "0"]);
        found.Document.QuerySelectorAll(".p-tabs--states a").Select(tab => tab.GetAttribute("href")!)
            .ShouldAllBe(href => href.Contains("q=", StringComparison.Ordinal) && href.Contains("sort=number", StringComparison.Ordinal));
        (await browser.GetAsync(found.Document.QuerySelectorAll(".p-tabs--states a")[3].GetAttribute("href")!)).Texts("tbody th a")
            .ShouldBe(["WR0000002"]);
        (await (await SignedInAsync(StrangerId)).GetAsync(Requests)).ShouldBeOk().ShouldShow("作業依頼はまだありません");
    }

    [Theory]
    [InlineData(CaseVisibility.Everybody, ManagerId, true)]
    [InlineData(CaseVisibility.Everybody, ColleagueId, true)]
    [InlineData(CaseVisibility.Managers, ManagerId, true)]
    [InlineData(CaseVisibility.Managers, ColleagueId, false)]
    [InlineData(CaseVisibility.Chosen, ColleagueId, true)]
    [InlineData(CaseVisibility.Chosen, ManagerId, false)]
    [InlineData(CaseVisibility.NobodyElse, ManagerId, false)]
    [InlineData(CaseVisibility.NobodyElse, AuthorId, true)]
    [InlineData(CaseVisibility.Everybody, StrangerId, false)]
    public async Task AZ_23_CASE_6_WORK_2_ARequestIsSeenAsCasesAre(CaseVisibility visibility, string reader, bool isSeen)
    {
        await GrantAsync(100);
        await ShareAsync(visibility, Colleague);
        await SubmittedAsync();
        var browser = await SignedInAsync(reader);

        (await browser.GetAsync(RequestOf(1))).ShouldBe(isSeen ? System.Net.HttpStatusCode.OK : System.Net.HttpStatusCode.NotFound);
        (await browser.GetAsync(Requests)).ShouldBeOk().Texts("tbody th a").Count.ShouldBe(isSeen ? 1 : 0);
        (await browser.GetAsync($"{Requests}?q=web01")).Texts("tbody th a").ShouldBeEmpty("answers are no part of the search");
    }

    [Fact]
    public async Task CASE_6_WORK_3_AConfidentialCase_HidesTheRequestThatItCameOf()
    {
        await GrantAsync(100);
        await AcceptAsync(await SubmittedAsync());
        var colleague = await SignedInAsync(ColleagueId);
        (await colleague.GetAsync(RequestOf(1))).ShouldBeOk().ShouldShow("CS0000001");

        await App.World.Cases.ChangeAllAsync(row => row.IsConfidential, true);

        (await colleague.GetAsync(RequestOf(1))).ShouldBeNotFound();
        (await colleague.GetAsync(Requests)).Texts("tbody th a").ShouldBeEmpty();
        (await (await SignedInAsync(AuthorId)).GetAsync(RequestOf(1))).ShouldBeOk();
    }

    [Fact]
    public async Task WORK_1_AFileOfARequest_IsNobodyElses()
    {
        await GrantAsync(100);
        var browser = await SignedInAsync(AuthorId);
        var form = (await FilledAsync(browser)).Attach("Files", "a.txt", "a"u8.ToArray());
        var page = await (await SendAsync(form)).FollowAsync();
        var link = page.Find(".p-attached a").GetAttribute("href")!;

        (await browser.GetAsync(link)).ShouldBeOk();
        (await (await SignedInAsync(StrangerId)).GetAsync(link)).ShouldBeNotFound();
    }

    private async Task AddOptionAsync(string name, DateOnly from)
    {
        var contract = (await App.World.Contracts.AskAsync(rows => rows.Where(row => row.Number == Contract))).Single();
        await App.World.ContractOptions.AddAsync(new ContractOption
        {
            TenantId = contract.TenantId,
            Id = Guid.CreateVersion7(),
            ContractId = contract.Id,
            Name = name,
            StartsOn = from,
            Order = 1,
        });
    }

    [Fact]
    public async Task HOME_4_WORK_3_TheOneSearch_FindsRequestsToo_AsFarAsTheirCasesAreSeen()
    {
        await GrantAsync(1_200);
        var row = await SubmittedAsync();
        const string Page = "/t/security/search?q=ポリシーの変更";
        var author = await SignedInAsync(AuthorId);

        var found = (await author.GetAsync(Page)).ShouldBeOk().ShouldShow(WorkRequestNumber.Of(row.Number));

        found.Texts("main h3 a").ShouldBe(["検知ポリシーの変更"]);
        (await author.GetAsync(found.Find("main h3 a").GetAttribute("href")!)).Address.AbsolutePath.ShouldBe(RequestOf(row.Number));
        (await (await SignedInAsync(StrangerId)).GetAsync(Page)).ShouldBeOk().ShouldShow("見つかりませんでした");
    }
}
