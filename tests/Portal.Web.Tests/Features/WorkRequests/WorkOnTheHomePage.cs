using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.WorkRequests;

/// <summary>The panel of work requests on the home page (HOME-2).</summary>
public sealed class WorkOnTheHomePage : WorkTest
{
    private const string Home = "/t/security/home";
    private const string Panel = "section[aria-labelledby=panel-requests]";
    private const string NotAccepted = "受理されなかった作業依頼があります";

    [Fact]
    public async Task HOME_2_WORK_2_TheLatestRequests_WithStateAndPoints_LeadToTheirPages()
    {
        await GrantAsync(100);
        var row = await SubmittedAsync();
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await SubmittedAsync(code: Report);
        var browser = await SignedInAsync(AuthorId);

        var home = (await browser.GetAsync(Home)).ShouldBeOk().ShouldNotShow(NotAccepted);

        home.Texts(Panel + " li").Count.ShouldBe(2);
        home.Texts(Panel + " li")[1].ShouldContain("検知ポリシーの変更");
        home.Texts(Panel + " li")[1].ShouldContain("20ポイント");
        home.Texts(Panel + " li")[1].ShouldContain("受付中");
        home.Texts(Panel + " li")[0].ShouldContain("ポイント不要");
        home.Find($"{Panel} a[href$='{RequestOf(row.Number)}']").ShouldNotBeNull();
        (await home.ClickAsync("すべての作業依頼")).ShouldBeOk().ShouldShow("検知ポリシーの変更");
    }

    [Fact]
    public async Task HOME_2_WORK_3_WhatWasDeclined_NeedsAttention_ForTwoWeeks_AndItsAuthorAlone()
    {
        await GrantAsync(100);
        await DeclineAsync(await SubmittedAsync());
        var browser = await SignedInAsync(AuthorId);

        var home = (await browser.GetAsync(Home)).ShouldBeOk().ShouldShow(NotAccepted);
        (await home.ClickAsync("依頼を確認")).ShouldBeOk().Address.AbsolutePath.ShouldBe(RequestOf(1));
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await DeclineAsync(await SubmittedAsync());
        (await (await browser.GetAsync(Home)).ClickAsync("依頼を確認")).ShouldBeOk().Texts("tbody th a")
            .ShouldBe(["WR0000002", "WR0000001"]);

        (await (await SignedInAsync(ColleagueId)).GetAsync(Home)).ShouldBeOk().ShouldNotShow(NotAccepted);
        App.Time.Advance(TimeSpan.FromDays(16));
        (await (await SignedInAsync(AuthorId)).GetAsync(Home)).ShouldBeOk().ShouldNotShow(NotAccepted);
    }

    [Fact]
    public async Task HOME_2_WithoutRequests_ThePanelSaysSo_AndLeadsToTheCatalogue()
    {
        var home = (await (await SignedInAsync(AuthorId)).GetAsync(Home)).ShouldBeOk();

        home.Find(Panel).TextContent.ShouldContain("作業依頼はまだありません");
        (await home.ClickAsync("作業を依頼")).ShouldBeOk().ShouldShow("検知ポリシーの変更");
    }
}
