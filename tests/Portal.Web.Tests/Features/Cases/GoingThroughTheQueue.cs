using Portal.Rules.Cases;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.Cases;

/// <summary>From one case of the desk's list to the next, and what the list is narrowed to (ADMIN-5).</summary>
public sealed class GoingThroughTheQueue : CaseTest
{
    private const string Next = ".p-round [rel=next]";
    private const string Before = ".p-round [rel=prev]";

    [Fact]
    public async Task ADMIN_5_NextAndPrevious_InTheOrderOfTheList_AndAnsweredCasesLeadToItsHead()
    {
        foreach (var subject in new[] { "一番目", "二番目", "三番目" })
        {
            await OpenAsync(subject: subject);
            App.Time.Advance(TimeSpan.FromHours(1));
        }

        var agent = await AgentAsync();
        var page = await (await agent.GetAsync("/admin/cases")).ClickAsync("tbody th a");
        page.ShouldShow("1件目").Has(Before).ShouldBeFalse();
        page = await page.ClickAsync(Next);
        page.Title.ShouldContain("二番目");

        page = await (await page.Form("form[action*='/answers']").Fill("Text", "回答").SubmitAsync("回答を送信")).FollowAsync();
        page.ShouldNotShow("件目").ShouldShow("先頭のケースへ");
        page = await page.ClickAsync(Next);
        page.Title.ShouldContain("一番目");
        page = await page.ClickAsync(Next);
        page.Title.ShouldContain("三番目");
        page.Has(Next).ShouldBeFalse();
        (await page.ClickAsync(Before)).Title.ShouldContain("一番目");
    }

    [Fact]
    public async Task ADMIN_5_TheListIsCarriedAlong_ThroughActsToo()
    {
        await OpenAsync(subject: "一つ目", status: CaseStatus.InProgress);
        App.Time.Advance(TimeSpan.FromHours(1));
        await OpenAsync(subject: "二つ目");
        var agent = await AgentAsync();

        var page = await (await agent.GetAsync("/admin/cases?view=all&sort=subject&q=つ目")).ClickAsync("tbody th a");
        page.Title.ShouldContain("一つ目");
        page = await (await page.Form("form[action*='/priority']").Choose("priority", "High").SubmitAsync()).FollowAsync();

        page.ShouldShow("優先度を変更しました").ShouldShow("1件目");
        page.Find(".p-round a").GetAttribute("href").ShouldBe("/admin/cases?view=all&q=%E3%81%A4%E7%9B%AE&sort=subject");
        (await page.ClickAsync(Next)).Title.ShouldContain("二つ目");
    }

    [Theory]
    [InlineData("q=ログイン", 1)]
    [InlineData("q=ﾛｸﾞｲﾝ 不可", 0)]
    [InlineData("q=CS0000002", 1)]
    [InlineData("q=n900000002", 1)]
    [InlineData("q=最初の質問", 3)]
    [InlineData("q=社内だけ", 0)]
    [InlineData("status=InProgress", 1)]
    [InlineData("kind=Fault", 1)]
    [InlineData("priority=Urgent", 0)]
    [InlineData("status=Nothing&kind=7&priority=x", 3)]
    [InlineData("status=New&kind=Fault", 1)]
    [InlineData("q=a%E2%80%AEb", 0)]
    public async Task ADMIN_5_TheListIsNarrowed_AndItsTabsCountTheSame(string conditions, int found)
    {
        await OpenAsync(subject: "ログインできない", kind: CaseKind.Fault);
        await OpenAsync(await App.World.Accounts.IdOfAsync(StrangerId), subject: "レポートの件");
        var row = await OpenAsync(subject: "仕様について", status: CaseStatus.InProgress, kind: CaseKind.Specification);
        var agent = await AgentAsync();
        await (await agent.GetAsync(DeskPathOf(row.Number))).Form("form[action$='/notes']").Fill("Note", "社内だけの話").SubmitAsync();

        var page = (await agent.GetAsync("/admin/cases?view=all&" + conditions)).ShouldBeOk();

        page.Texts("tbody th a").Count.ShouldBe(found);
        page.Texts(".p-tabs__count")[^1].ShouldBe($"{found}");
    }

    [Fact]
    public async Task AZ_01_AListOutOfReachLeadsNowhere()
    {
        var row = await OpenAsync();
        var agent = await AgentAsync();
        var page = (await agent.GetAsync(DeskPathOf(row.Number) + "?tenant=rental&view=all")).ShouldBeOk();

        page.Has(Next).ShouldBeFalse();
        page.Has(Before).ShouldBeFalse();
    }
}
