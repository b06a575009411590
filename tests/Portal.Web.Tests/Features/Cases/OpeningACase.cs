using Portal.Rules.Cases;
using Portal.TestKit.Web;
using Portal.TestKit.Accounts;

namespace Portal.Web.Tests.Features.Cases;

public sealed class OpeningACase : CaseTest
{
    private const string New = "/t/security/cases/new";

    [Fact]
    public async Task CASE_1_WrittenCheckedSent_RowEventReceiptAndPage()
    {
        var browser = await SignedInAsync(AuthorId);
        var page = (await browser.GetAsync(New)).ShouldBeOk().ShouldShow("N900000001").ShouldShow("試験株式会社").ShouldShow("試験サービス");

        var check = (await Filled(page).SubmitAsync("check")).ShouldBeOk();
        check.ShouldShow("内容の確認").ShouldShow("アラート");
        check.Find(".p-rich strong").TextContent.ShouldBe("昨日");
        (await App.World.Cases.CountAsync()).ShouldBe(0);
        var sent = (await check.Form("form:has(button[value=save])").SubmitAsync("save")).ShouldRedirectTo(PathOf(1) + "?created=true");

        var shown = (await sent.FollowAsync()).ShouldBeOk();
        shown.ShouldShow("お問い合わせ CS0000001 を受け付けました").ShouldShow("検知ルールについて").ShouldShow("新規").ShouldShow("佐藤 花子");
        shown.Find(".p-rich strong").TextContent.ShouldBe("昨日");
        var row = (await App.World.Cases.AskAsync(rows => rows)).ShouldHaveSingleItem();
        (row.Kind, row.Status, row.AuthorId, row.IsConfidential).ShouldBe((CaseKind.Alert, CaseStatus.New, Author, false));
        row.WaitingSince.ShouldBe(row.CreatedAt);
        (await App.World.Audit.CountAsync("case-opened")).ShouldBe(1);
        (await App.World.Mails.RecipientsAsync()).ShouldBe(["hanako@example.jp"]);
        (await App.World.Mails.CountAsync(mail => mail.Subject.Contains("CS0000001"))).ShouldBe(1);
    }

    [Fact]
    public async Task CASE_1_NumbersRiseByTenant_AlsoForManyAtOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => OpenAsync()));

        (await App.World.Cases.ListAsync(row => row.Number)).Order().ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Theory]
    [InlineData("", "件名", "内容", "種類を選択してください")]
    [InlineData("Alarm", "件名", "内容", "種類を選択してください")]
    [InlineData("0", "件名", "内容", "種類を選択してください")]
    [InlineData("Alert", "", "内容", "件名を入力してください")]
    [InlineData("Alert", "件名", "", "内容を入力してください")]
    [InlineData("Alert", "件\u202e名", "内容", "件名に使えない文字が含まれています")]
    public async Task CASE_1_WhatIsWrong_IsSaidAtItsField_AndNothingIsLost(string kind, string subject, string text, string said)
    {
        var browser = await SignedInAsync(AuthorId);

        var again = (await (await browser.GetAsync(New)).Form("form:has(textarea)").Forge("Kind", kind).Fill("Subject", subject)
            .Fill("Text", text).SubmitAsync("check")).ShouldBeRefused();

        again.ShouldShow(said);
        again.Find("textarea[name=Text]").TextContent.Trim().ShouldBe(text);
        (await App.World.Cases.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_1_LimitsAreSaid_InCodePoints()
    {
        var browser = await SignedInAsync(AuthorId);
        var form = (await browser.GetAsync(New)).Form("form:has(textarea)").Choose("Kind", "Alert");

        var again = (await form.Fill("Subject", new string('件', 121)).Fill("Text", new string('文', 10_001)).SubmitAsync("check"))
            .ShouldBeRefused();

        again.ShouldShow("120文字以内").ShouldShow("現在121文字").ShouldShow("10000文字以内");
    }

    [Fact]
    public async Task CASE_1_ThePreview_IsARoundTrip_AndSavesNothing()
    {
        var browser = await SignedInAsync(AuthorId);

        var preview = (await Filled(await browser.GetAsync(New)).SubmitAsync("preview")).ShouldBeOk();

        preview.Find(".p-rich-preview strong").TextContent.ShouldBe("昨日");
        preview.Find("textarea[name=Text]").TextContent.ShouldContain("**昨日**");
        preview.Find("option[selected]").GetAttribute("value").ShouldBe("Alert");
        (await App.World.Cases.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task SAFE_3_CASE_1_WhatWasTyped_SurvivesTheEndOfTheSession()
    {
        var browser = await SignedInAsync(AuthorId);
        var form = Filled(await browser.GetAsync(New));
        App.Time.Advance(TimeSpan.FromMinutes(61));

        (await PostFromAsync(browser, form, New)).ShouldBe(System.Net.HttpStatusCode.SeeOther);
        await browser.SignInAsync(Tenant, AuthorId);
        var page = (await browser.GetAsync(New)).ShouldBeOk();

        page.Find("textarea[name=Text]").TextContent.ShouldContain("**昨日**");
        page.Find("input[name=Subject]").GetAttribute("value").ShouldBe("検知ルールについて");
    }

    [Fact]
    public async Task CASE_3_AFollowUp_BeginsWithTheClosedCase_AndLinksBothWays()
    {
        var row = await OpenAsync(status: CaseStatus.Closed);
        var browser = await SignedInAsync(AuthorId);

        var page = await (await browser.GetAsync(PathOf(row.Number))).ClickAsync("関連する新しいお問い合わせを作成");
        page.ShouldBeOk().ShouldShow("アラートの内容を知りたい");
        page.Find("input[name=Subject]").GetAttribute("value").ShouldBe("続き：アラートの内容を知りたい");
        var check = await page.Form("form:has(textarea)").Fill("Text", "まだ続いています").SubmitAsync("check");
        var shown = await (await check.Form("form:has(button[value=save])").SubmitAsync("save")).FollowAsync();

        shown.ShouldBeOk().ShouldShow("前のケース").ShouldShow("CS0000001");
        (await browser.GetAsync(PathOf(row.Number))).ShouldShow("後のケース").ShouldShow("CS0000002");
        (await App.World.Cases.ReadAsync(each => each.Number == 2, each => each.FollowUpOf)).ShouldBe(row.Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CASE_6_AFollowUp_IsAsConfidentialAsWhatItFollows(bool confidential)
    {
        var row = await OpenAsync(status: CaseStatus.Closed, confidential: confidential);
        var browser = await SignedInAsync(AuthorId);

        var page = (await browser.GetAsync($"{New}?after={CaseNumber.Of(row.Number)}")).ShouldBeOk();
        page.Has("input[type=checkbox][name=Confidential][checked]").ShouldBe(confidential);
        var check = await page.Form("form:has(textarea)").Fill("Text", "まだ続いています").SubmitAsync("check");
        await check.Form("form:has(button[value=save])").SubmitAsync("save");

        (await App.World.Cases.ReadAsync(each => each.Number == 2, each => each.IsConfidential)).ShouldBe(confidential);
    }

    [Theory]
    [InlineData(CaseStatus.InProgress, AuthorId)]
    [InlineData(CaseStatus.Closed, StrangerId)]
    public async Task CASE_6_WhatIsOpenOrHidden_IsNothingToFollow(CaseStatus status, string reader)
    {
        var row = await OpenAsync(status: status);

        var page = (await (await SignedInAsync(reader)).GetAsync($"{New}?after={CaseNumber.Of(row.Number)}")).ShouldBeOk();

        page.ShouldNotShow(row.Subject);
        page.Find("input[name=After]").GetAttribute("value").ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task EN_14_ATenantWithoutTheFeature_HasNoSuchPages()
    {
        await new Account("control", "N0009001").AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync("control", "N0009001");

        (await browser.GetAsync("/t/control/cases")).ShouldBeNotFound();
        (await browser.GetAsync("/t/control/cases/new")).ShouldBeNotFound();
    }

    private static PortalForm Filled(PortalPage page) => page.Form("form:has(textarea)").Choose("Kind", "Alert")
        .Fill("Subject", "検知ルールについて").Fill("Text", "**昨日**のアラートについて教えてください。");
}
