using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Cases;

namespace Portal.Web.Tests.Features.Cases;

public sealed class TalkingAboutACase : CaseTest
{
    private const string Reply = "form[action$='/comments']";
    private PortalBrowser? desk;

    [Fact]
    public async Task CASE_3_CASE_4_CASE_7_AComment_IsKept_Shown_Recorded_AndMailed()
    {
        var row = await OpenAsync();
        await FollowAsync(row, Colleague);
        var browser = await SignedInAsync(AuthorId);

        (await (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", "**補足**です").SubmitAsync("送信"))
            .ShouldRedirectTo(PathOf(row.Number));

        var page = (await browser.GetAsync(PathOf(row.Number))).ShouldShow("コメントを送信しました");
        page.Texts(".p-entry[data-side=own] .p-rich").ShouldBe(["最初の質問です", "補足です"]);
        (await App.World.Audit.CountAsync("case-commented")).ShouldBe(1);
        (await App.World.Mails.RecipientsAsync()).ShouldBe(["jiro@example.jp"]);
        (await App.World.Audit.CountMentioningAsync("補足")).ShouldBe(0);
    }

    [Theory]
    [InlineData(CaseStatus.New, CaseStatus.New)]
    [InlineData(CaseStatus.InProgress, CaseStatus.InProgress)]
    [InlineData(CaseStatus.AwaitingCustomer, CaseStatus.InProgress)]
    [InlineData(CaseStatus.Resolved, CaseStatus.Resolved)]
    public async Task CASE_3_AComment_MovesOnlyWhatWaitsForTheCustomer(CaseStatus before, CaseStatus after)
    {
        var row = await OpenAsync(status: before);
        var browser = await SignedInAsync(ColleagueId);

        (await (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", "回答です").SubmitAsync("送信"))
            .ShouldBe(HttpStatusCode.SeeOther);

        (await StatusAsync(row.Number)).ShouldBe(after);
    }

    [Fact]
    public async Task CASE_3_OnASolvedCase_TheCommentIsKept_AndThePageAsksToApproveOrReject()
    {
        var row = await OpenAsync(status: CaseStatus.Resolved);
        var browser = await SignedInAsync(AuthorId);

        var page = await (await (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", "もう少し見ます").SubmitAsync("送信"))
            .FollowAsync();

        page.ShouldShow("もう少し見ます").ShouldShow("解決の承認をお待ちしています").ShouldShow("解決を承認").ShouldShow("差し戻し");
    }

    [Theory]
    [InlineData("", "内容を入力してください")]
    [InlineData("  \n ", "内容を入力してください")]
    [InlineData("a\u202eb", "内容に使えない文字が含まれています")]
    public async Task CASE_4_WhatCannotBeSent_IsSaidAtTheField(string text, string said)
    {
        var row = await OpenAsync();
        var browser = await SignedInAsync(AuthorId);

        var again = (await (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", text).SubmitAsync("送信")).ShouldBeRefused();

        again.ShouldShow(said).ShouldShow("やり取り");
        (await App.World.CaseEntries.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task CASE_4_AClosedCase_TakesNoComment_AndNothingTypedIsLost()
    {
        var row = await OpenAsync();
        var browser = await SignedInAsync(AuthorId);
        var form = (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", "間に合わなかった文");
        await App.World.Cases.ChangeAllAsync(each => each.Status, CaseStatus.Closed);

        var again = (await form.SubmitAsync("送信")).ShouldBe(HttpStatusCode.Conflict);

        again.ShouldShow("ケースがクローズされたため").ShouldShow("間に合わなかった文");
        (await App.World.CaseEntries.CountAsync()).ShouldBe(1);
        (await App.World.Audit.CountAsync("case-commented")).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_4_ThePreviewOfAComment_SendsNothing()
    {
        var row = await OpenAsync();
        var browser = await SignedInAsync(AuthorId);

        var page = (await (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", "- 一つ\n- 二つ").SubmitAsync("preview"))
            .ShouldBeOk();

        page.Texts(".p-rich-preview li").ShouldBe(["一つ", "二つ"]);
        page.Find("textarea[name=Text]").TextContent.ShouldContain("- 二つ");
        (await App.World.CaseEntries.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(CaseStatus.New, "受け付けました")]
    [InlineData(CaseStatus.InProgress, "サポート担当が対応しています")]
    [InlineData(CaseStatus.AwaitingCustomer, "お客さまの確認をお待ちしています")]
    [InlineData(CaseStatus.Resolved, "解決の承認をお待ちしています")]
    [InlineData(CaseStatus.Closed, "このケースはクローズしました")]
    public async Task CASE_4_ThePageSaysWhatIsExpected_UntilItIsPutAside_AndAnewInTheNextStatus(CaseStatus status, string said)
    {
        var row = await OpenAsync(status: status);
        var browser = await SignedInAsync(AuthorId);
        var page = (await browser.GetAsync(PathOf(row.Number))).ShouldShow(said);

        (await page.Form("form[action$='/dismiss']").SubmitAsync()).ShouldRedirectTo(PathOf(row.Number));

        (await browser.GetAsync(PathOf(row.Number))).Has(".p-callout").ShouldBeFalse();
        await App.World.Cases.ChangeAllAsync(each => each.Status,
            status == CaseStatus.New ? CaseStatus.InProgress : CaseStatus.New);
        (await browser.GetAsync(PathOf(row.Number))).Has(".p-callout").ShouldBeTrue();
        (await (await SignedInAsync(ColleagueId)).GetAsync(PathOf(row.Number))).Has(".p-callout").ShouldBeTrue();
    }

    [Fact]
    public async Task CASE_4_WhatWasPutAside_ComesBackWithTheNextQuestion()
    {
        var row = await OpenAsync();
        await LaterAsync(() => AskAsync(row, "時刻を教えてください"));
        var browser = await SignedInAsync(AuthorId);
        await (await browser.GetAsync(PathOf(row.Number))).Form("form[action$='/dismiss']").SubmitAsync();
        (await browser.GetAsync(PathOf(row.Number))).Has(".p-callout").ShouldBeFalse();
        await LaterAsync(async () => await (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", "十時です")
            .SubmitAsync("送信"));
        await LaterAsync(() => AskAsync(row, "場所も教えてください"));

        var page = (await browser.GetAsync(PathOf(row.Number))).ShouldShow("お客さまの確認をお待ちしています");
        await page.Form("form[action$='/dismiss']").SubmitAsync();
        (await browser.GetAsync(PathOf(row.Number))).Has(".p-callout").ShouldBeFalse();
    }

    [Fact]
    public async Task CASE_3_CASE_4_OnASolvedCase_WhatWasPutAside_ComesBackWithTheDesksAnswer_ButNotWithOwnWords()
    {
        var row = await OpenAsync(status: CaseStatus.Resolved);
        var browser = await SignedInAsync(AuthorId);
        await (await browser.GetAsync(PathOf(row.Number))).Form("form[action$='/dismiss']").SubmitAsync();
        await LaterAsync(async () => await (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", "もう少し見ます")
            .SubmitAsync("送信"));
        (await browser.GetAsync(PathOf(row.Number))).ShouldNotShow("解決の承認をお待ちしています");

        await LaterAsync(async () => await (await (await AgentAsync()).GetAsync(DeskPathOf(row.Number))).Form("form[action$='/answers']")
            .Fill("Text", "承知しました").SubmitAsync());

        (await browser.GetAsync(PathOf(row.Number))).ShouldShow("解決の承認をお待ちしています");
        (await browser.GetAsync(PathOf(row.Number))).ShouldShow("解決の承認をお待ちしています");
    }

    [Fact]
    public async Task SAFE_1_CASE_4_WhatIsExpectedByNow_IsNotPutAsideUnread()
    {
        var row = await OpenAsync();
        var browser = await SignedInAsync(AuthorId);
        var form = (await browser.GetAsync(PathOf(row.Number))).Form("form[action$='/dismiss']");
        await AskAsync(row, "時刻を教えてください");

        var page = await (await form.SubmitAsync()).FollowAsync();

        page.ShouldShow("ほかの画面または担当者によって更新されました").ShouldShow("お客さまの確認をお待ちしています");
        (await (await page.Form("form[action$='/dismiss']").SubmitAsync()).FollowAsync()).Has(".p-callout").ShouldBeFalse();
    }

    [Fact]
    public async Task CASE_5_WhatIsSaidWhileThePageIsMade_IsNewStill()
    {
        var row = await OpenAsync();
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await AskAsync(row, "時刻を教えてください");
        App.Time.Advance(TimeSpan.FromMinutes(1));

        // The page was read before it was asked, and is marked as read afterwards.
        await App.InTenantAsync(Tenant, services => services.GetRequiredService<CaseReadings>().LookAsync(row, Author, null));
        var browser = await SignedInAsync(AuthorId);
        (await browser.GetAsync(List)).ShouldShow("更新あり");

        await browser.GetAsync(PathOf(row.Number));
        (await browser.GetAsync(List)).ShouldNotShow("更新あり");

        // A tab that is late takes nothing back.
        await App.InTenantAsync(Tenant, services => services.GetRequiredService<CaseReadings>().LookAsync(row, Author, null));
        (await browser.GetAsync(List)).ShouldNotShow("更新あり");
    }

    [Fact]
    public async Task SAFE_3_AReply_SurvivesTheEndOfTheSession()
    {
        var row = await OpenAsync();
        var browser = await SignedInAsync(AuthorId);
        var form = (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", "長い返信");
        App.Time.Advance(TimeSpan.FromMinutes(61));

        (await PostFromAsync(browser, form, PathOf(row.Number), "/comments")).ShouldBe(HttpStatusCode.SeeOther);
        await browser.SignInAsync(Tenant, AuthorId);

        (await browser.GetAsync(PathOf(row.Number))).Find("textarea[name=Text]").TextContent.ShouldContain("長い返信");
    }

    [Theory]
    [InlineData("ja", "返信しても届きません", "鈴木 次郎さんがコメントしました")]
    [InlineData("en", "Replies to this email are not read", "鈴木 次郎 commented")]
    public async Task CASE_7_AMailIsInItsReadersLanguage_WithTextAndLink_AndSaysThatRepliesAreNotRead(string language, string unread,
        string lead)
    {
        var row = await OpenAsync();
        await App.World.Accounts.ChangeAsync(Author, user => user.Language, language);
        var browser = await SignedInAsync(ColleagueId);

        await (await browser.GetAsync(PathOf(row.Number))).Form(Reply).Fill("Text", "一行目\n\n<b>二行目</b>").SubmitAsync("送信");

        var mail = (await App.MailsAsync("hanako@example.jp")).ShouldHaveSingleItem();
        mail.Text.ShouldContain("一行目");
        mail.Text.ShouldContain("<b>二行目</b>");
        mail.Html.ShouldNotContain("<b>二行目");
        mail.Text.ShouldContain($"https://localhost/t/security/cases/{CaseNumber.Of(row.Number)}");
        mail.Text.ShouldContain(unread);
        mail.Text.ShouldContain(lead);
    }

    [Theory]
    [InlineData("ja", "サポート担当の支援 太郎がコメントしました")]
    [InlineData("en", "支援 太郎 from support commented")]
    public async Task CASE_7_AnAnswerOfSupport_IsToldAsOne(string language, string lead)
    {
        var row = await OpenAsync();
        await App.World.Accounts.ChangeAsync(Author, user => user.Language, language);
        var agent = await AgentAsync();

        await (await agent.GetAsync(DeskPathOf(row.Number))).Form("form[action$='/answers']").Fill("Text", "回答です").SubmitAsync();

        (await App.MailsAsync("hanako@example.jp")).ShouldHaveSingleItem().Text.ShouldContain(lead);
    }

    private async Task LaterAsync(Func<Task> act)
    {
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await act();
    }

    private async Task AskAsync(SupportCase row, string question)
    {
        desk ??= await AgentAsync();
        (await (await desk.GetAsync(DeskPathOf(row.Number))).Form("form[action$='/answers']").Fill("Text", question).SubmitAsync("ask"))
            .ShouldBe(HttpStatusCode.SeeOther);
    }
}
