using System.Net;
using System.Text;
using Portal.Rules.Points;
using Portal.Rules.WorkRequests;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Domain.WorkRequests;

namespace Portal.Web.Tests.Features.WorkRequests;

/// <summary>Something of the catalogue is filled in, checked, and sent once (WORK-2).</summary>
public sealed class AskingForWork : WorkTest
{
    private const string Item = $"{Catalogue}/{Policy}";

    [Fact]
    public async Task WORK_2_Filled_Checked_Sent_RowPointsEventReceiptMailAndPage()
    {
        await GrantAsync(100);
        var browser = await SignedInAsync(AuthorId);
        var page = (await browser.GetAsync(Item)).ShouldBeOk().ShouldShow("検知ポリシーの変更の依頼").ShouldShow("目安：3営業日");

        var check = (await (await FilledAsync(browser)).Fill("Values[why]", "1行目\n2行目").Fill("Values[on]", "２０２６年5月20日")
            .Fill("Values[rules-0-note]", "<b>至急</b>").Attach("Files", "一覧.txt", Encoding.UTF8.GetBytes("x")).SubmitAsync("check"))
            .ShouldBeOk();

        check.ShouldShow("まだ送信していません").ShouldShow("総当たり攻撃").ShouldShow("<b>至急</b>").ShouldShow("2026/05/20").ShouldShow("一覧.txt");
        check.Find("[data-left-after]").TextContent.ShouldBe("80");
        (await App.World.WorkRequests.CountAsync()).ShouldBe(0);
        var sent = (await FormOf(check).SubmitAsync("save")).ShouldRedirectTo(RequestOf(1) + "?created=true");

        var shown = (await sent.FollowAsync()).ShouldBeOk().ShouldShow("作業依頼 WR0000001 を受け付けました").ShouldShow("受付中");
        shown.ShouldShow("総当たり攻撃").ShouldShow("追加").ShouldShow("佐藤 花子");
        (await browser.GetAsync(shown.Find(".p-attached a").GetAttribute("href")!)).ShouldBeOk().Body.ShouldBe("x");
        var row = (await App.World.WorkRequests.AskAsync(rows => rows)).ShouldHaveSingleItem();
        (row.Status, row.Cost, row.AuthorId, row.Edition, row.FileCount).ShouldBe((WorkStatus.Submitted, Cost, Author, 1, 1));
        (await BalanceAsync()).ShouldBe(new PointBalance(100, 0, Cost, 0));
        (await App.World.PointEntries.ReadAsync(entry => entry.Id == row.ReservationId, entry => entry.What))
            .ShouldBe("検知ポリシーの変更 WR0000001");
        (await App.World.Audit.CountAsync("work-request-submitted")).ShouldBe(1);
        var mail = (await App.MailsAsync("hanako@example.jp")).ShouldHaveSingleItem();
        mail.Subject.ShouldStartWith("作業依頼 WR0000001 を受け付けました");
        mail.Text.ShouldContain("web01");
        mail.Text.ShouldContain("総当たり攻撃 / <b>至急</b>");
        mail.Text.ShouldContain("一覧.txt");
        mail.Text.ShouldContain("/requests/WR0000001");
        page.Has("input[type=file][name=Files]").ShouldBeTrue();
    }

    [Fact]
    public async Task WORK_2_InEnglish_TheFormTheMailAndThePageAre()
    {
        await GrantAsync(100);
        await App.World.Accounts.ChangeAllAsync(user => user.Language, "en");
        var browser = await SignedInAsync(AuthorId, "en");

        var page = await (await SendAsync(await FilledAsync(browser))).FollowAsync();

        page.ShouldBeOk().ShouldShow("Work request WR0000001 received").ShouldShow("Detection policy change").ShouldShow("Kind of change");
        var mail = (await App.MailsAsync("hanako@example.jp")).ShouldHaveSingleItem();
        mail.Subject.ShouldStartWith("Work request WR0000001 received");
        mail.Text.ShouldContain("Target");
    }

    [Theory]
    [InlineData("Values[target]", "", "対象を入力してください")]
    [InlineData("Values[target]", "a\u202eb", "対象に使えない文字が含まれています")]
    [InlineData("Values[kind]", "", "変更の種類を選択してください")]
    [InlineData("Values[kind]", "everything", "変更の種類を選択してください")]
    [InlineData("Values[on]", "いつか", "希望日")]
    [InlineData("Values[on]", "2026-05-14", "希望日には2026/05/16以降の日付を入力してください")]
    [InlineData("Values[rules-0-name]", "", "1行目のルール名を入力してください")]
    [InlineData("Agreed", "false", "依頼の条件を確認し")]
    public async Task WORK_2_WhatIsWrong_IsSaidAtItsField_AndNothingIsLost(string field, string value, string said)
    {
        await GrantAsync(100);
        var browser = await SignedInAsync(AuthorId);

        var again = (await (await FilledAsync(browser)).Fill("Values[why]", "理由です").Fill("Values[rules-0-note]", "備考")
            .Without(field).Forge(field, value).SubmitAsync("check")).ShouldBeRefused();

        again.ShouldShow(said);
        again.Find("textarea[name='Values[why]']").TextContent.Trim().ShouldBe("理由です");
        (await App.World.WorkRequests.CountAsync()).ShouldBe(0);
        (await BalanceAsync()).Reserved.ShouldBe(0);
    }

    [Theory]
    [InlineData("ja", "people-0-mail", "taro", "1行目のアドレスを「name@example.com」の形式で入力してください")]
    [InlineData("en", "people-0-mail", "taro", "Address in row 1 must be an email address in the format name@example.com")]
    [InlineData("ja", "people-0-phone", "12345", "1行目の電話番号を10桁または11桁の数字で入力してください")]
    [InlineData("en", "people-0-phone", "12345", "Phone in row 1 must have 10 or 11 digits")]
    [InlineData("ja", "people-0-phone", "90-1234-5678", "1行目の電話番号を先頭の0から入力してください")]
    [InlineData("ja", "people-0-phone", "0012345678", "実在しない番号が入力されています")]
    [InlineData("ja", "people-0-host", "192.0.2.999", "1行目のIPアドレスを正しいIPアドレスで入力してください（例：192.0.2.10、")]
    [InlineData("en", "people-0-host", "192.0.2.999", "IP address in row 1 must be an IP address, for example 192.0.2.10,")]
    [InlineData("ja", "desk", "窓口", "窓口の電話番号を10桁または11桁の数字で入力してください")]
    [InlineData("ja", "since", "0001-01-01", "発生日には1900/01/01から2036/05/13までの日付を入力してください")]
    [InlineData("en", "since", "9999-12-31", "Since must be a date from 1 Jan 1900 to 13 May 2036")]
    [InlineData("ja", "from", "2026-05-13", "適用する日には2026/05/14以降の日付を入力してください")]
    [InlineData("ja", "from", "9999-12-31", "適用する日には2026/05/14から2036/05/13までの日付を入力してください")]
    [InlineData("ja", "until", "2026-05-19", "終了日には適用する日以降の日付を入力してください")]
    [InlineData("en", "until", "2026-05-19", "Last day must not be before “Effective from”")]
    public async Task WORK_1_AFieldOfItsKind_TakesWhatItsKindIs_AndNothingTypedIsLost(string language, string input, string typed,
        string said)
    {
        await AddItemAsync("recipients", RecipientsJson, 4);
        await App.World.Accounts.ChangeAllAsync(user => user.Language, language);
        var browser = await SignedInAsync(AuthorId, language);
        var form = Recipients(await browser.GetAsync($"{Catalogue}/recipients")).Fill($"Values[{input}]", typed);

        var again = (await form.SubmitAsync("check")).ShouldBeRefused().ShouldShow(said);

        again.Find($"[name='Values[{input}]']").GetAttribute("aria-invalid").ShouldBe("true");
        again.Find($"[name='Values[{input}]']").GetAttribute("value").ShouldBe(typed);
        again.Find("[name='Values[people-0-name]']").GetAttribute("value").ShouldBe("夜間当番");
        (await App.World.WorkRequests.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task WORK_1_WORK_2_AddressesAndNumbers_HaveFieldsOfTheirKind_AndAreSentAsAccountsKeepThem()
    {
        await AddItemAsync("recipients", RecipientsJson, 4);
        var browser = await SignedInAsync(AuthorId);
        var page = (await browser.GetAsync($"{Catalogue}/recipients")).ShouldBeOk();
        page.Find("[name='Values[people-0-mail]']").GetAttribute("type").ShouldBe("email");
        page.Find("[name='Values[people-0-phone]']").GetAttribute("type").ShouldBe("tel");

        var shown = await (await SendAsync(Recipients(page).Fill("Values[people-0-phone]", "０９０ー１２３４ー５６７８"))).FollowAsync();

        shown.ShouldBeOk().ShouldShow("night@example.jp").ShouldShow("090-1234-5678").ShouldShow("2026/05/20");
    }

    private const string RecipientsJson = """
        {
          "title": { "ja": "通知先の変更", "en": "Recipients" },
          "summary": { "ja": "通知先です。", "en": "Recipients." },
          "category": { "ja": "通知", "en": "Notices" },
          "points": 0,
          "fields": [
            {
              "key": "people", "type": "table", "label": { "ja": "通知先", "en": "Recipients" }, "required": true,
              "columns": [
                { "key": "name", "type": "text", "label": { "ja": "氏名", "en": "Name" }, "required": true },
                { "key": "mail", "type": "email", "label": { "ja": "アドレス", "en": "Address" }, "required": true },
                { "key": "phone", "type": "phone", "label": { "ja": "電話番号", "en": "Phone" } },
                { "key": "host", "type": "ipAddress", "label": { "ja": "IPアドレス", "en": "IP address" } }
              ]
            },
            { "key": "desk", "type": "phone", "label": { "ja": "窓口の電話番号", "en": "Desk" } },
            { "key": "since", "type": "date", "label": { "ja": "発生日", "en": "Since" } },
            { "key": "from", "type": "date", "label": { "ja": "適用する日", "en": "Effective from" }, "daysAhead": 1 },
            { "key": "until", "type": "date", "label": { "ja": "終了日", "en": "Last day" }, "notBefore": "from" }
          ]
        }
        """;

    private static PortalForm Recipients(PortalPage page) => FormOf(page.ShouldBeOk()).Fill("Values[people-0-name]", "夜間当番")
        .Fill("Values[people-0-mail]", "night@EXAMPLE.jp").Fill("Values[from]", "2026-05-20");

    [Fact]
    public async Task WORK_1_RowsOfATable_ComeAndGoByRoundTrips_WithoutScript()
    {
        await GrantAsync(100);
        var browser = await SignedInAsync(AuthorId);

        var two = (await (await FilledAsync(browser)).SubmitAsync("add.rules")).ShouldBeOk();
        two.Find("input[name='Values[rules-0-name]']").GetAttribute("value").ShouldBe("総当たり攻撃");
        var three = (await FormOf(two).Fill("Values[rules-1-name]", "水平移動").SubmitAsync("add.rules")).ShouldBeOk();
        three.Has("button[value='add.rules']").ShouldBeFalse("the table takes three rows");
        var fewer = (await FormOf(three).SubmitAsync("remove.rules.0")).ShouldBeOk();

        fewer.Find("input[name='Values[rules-0-name]']").GetAttribute("value").ShouldBe("水平移動");
        fewer.Find("input[name='Values[target]']").GetAttribute("value").ShouldBe("web01");
        fewer.Has("input[name=Agreed][checked]").ShouldBeTrue();
        var check = (await FormOf(fewer).SubmitAsync("check")).ShouldBeOk().ShouldShow("水平移動").ShouldNotShow("総当たり攻撃");
        check.Texts("main tbody tr").Count.ShouldBe(1);
    }

    [Fact]
    public async Task WORK_3_WithTooFewPoints_TheReviewSaysSo_AndOffersToAskForMore()
    {
        await GrantAsync(Cost - 1);
        var browser = await SignedInAsync(AuthorId);

        var check = (await (await FilledAsync(browser)).SubmitAsync("check")).ShouldBeOk().ShouldShow("ポイントが足りません");

        check.Has("button[value=save]").ShouldBeFalse();
        var refused = await FormOf(check).Forge("Step", "save").SubmitAsync();
        refused.ShouldBe(HttpStatusCode.Conflict).ShouldShow("ポイントが足りません");
        (await App.World.WorkRequests.CountAsync()).ShouldBe(0);
        (await check.ClickAsync("ポイントの追加を相談")).ShouldBeOk().Find("input[name=Subject]").GetAttribute("value")!.ShouldContain(Contract);
    }

    [Fact]
    public async Task WORK_2_WhatCostsNothing_NeedsNoPoints()
    {
        var browser = await SignedInAsync(AuthorId);

        (await (await SendAsync(await FilledAsync(browser, Report))).FollowAsync()).ShouldBeOk().ShouldShow("ポイント不要");

        (await App.World.WorkRequests.ReadAsync(row => row.ReservationId)).ShouldBeNull();
        (await App.World.PointEntries.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task SAFE_2_WORK_2_SentTwice_ItIsOne()
    {
        await GrantAsync(100);
        var browser = await SignedInAsync(AuthorId);
        var check = await (await FilledAsync(browser)).SubmitAsync("check");
        var form = FormOf(check);

        var first = await form.SubmitAsync("save");
        var second = await form.SubmitAsync("save");

        second.ShouldRedirectTo(RequestOf(1) + "?created=true");
        first.Status.ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.WorkRequests.CountAsync()).ShouldBe(1);
        (await BalanceAsync()).Reserved.ShouldBe(Cost);
        (await App.World.Mails.CountToAsync("hanako@example.jp")).ShouldBe(1);
    }

    [Fact]
    public async Task AZ_18_ThirtyFormsAtOnceWithABalanceForOne_OneIsSent()
    {
        await GrantAsync(Cost);
        var browser = await SignedInAsync(AuthorId);
        var form = FormOf(await (await FilledAsync(browser)).SubmitAsync("check"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => form.Anew().SubmitAsync("save")));

        answers.Count(answer => answer.Status == HttpStatusCode.SeeOther).ShouldBe(1);
        answers.Count(answer => answer.Status is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests
            or HttpStatusCode.ServiceUnavailable).ShouldBe(29);
        (await App.World.WorkRequests.CountAsync()).ShouldBe(1);
        (await BalanceAsync()).ShouldBe(new PointBalance(Cost, 0, Cost, 0));
    }

    [Fact]
    public async Task AZ_18_ThirtySubmissionsAtOnceWithABalanceForOne_OneIsThere()
    {
        await GrantAsync(Cost);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => SubmitAsync()));

        outcomes.Count(outcome => outcome is WorkOutcome.Done).ShouldBe(1);
        outcomes.OfType<WorkOutcome.NotEnough>().Select(each => each.Left).ShouldBe(Enumerable.Repeat(0L, 29));
        (await App.World.WorkRequests.CountAsync()).ShouldBe(1);
        (await App.World.Audit.CountAsync("work-request-submitted")).ShouldBe(1);
        (await BalanceAsync()).ShouldBe(new PointBalance(Cost, 0, Cost, 0));
    }

    [Fact]
    public async Task WORK_2_NumbersRise_AlsoForManyAtOnce()
    {
        await GrantAsync(6 * Cost);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SubmitAsync()));

        (await App.World.WorkRequests.ListAsync(row => row.Number)).Order().ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public async Task WORK_1_AnItemThatChangedMeanwhile_IsLookedAtAgain_NothingTypedIsLost()
    {
        await GrantAsync(100);
        var browser = await SignedInAsync(AuthorId);
        var check = await (await FilledAsync(browser)).SubmitAsync("check");
        await RaiseAsync();

        var again = (await FormOf(check).SubmitAsync("save")).ShouldBe(HttpStatusCode.Conflict).ShouldShow("作業の内容が変わりました");

        again.Find("input[name='Values[target]']").GetAttribute("value").ShouldBe("web01");
        again.Has("input[name=Agreed][checked]").ShouldBeFalse("nobody agreed to these terms");
        (await App.World.WorkRequests.CountAsync()).ShouldBe(0);
        await SendAsync(FormOf(again).Check("Agreed"));
        (await App.World.WorkRequests.ReadAsync(row => row.Edition)).ShouldBe(2);
        (await BalanceAsync()).Reserved.ShouldBe(30);
    }

    [Fact]
    public async Task SAFE_3_WORK_2_WhatWasTyped_SurvivesTheEndOfTheSession_WithItsRows()
    {
        await GrantAsync(100);
        var browser = await SignedInAsync(AuthorId);
        var two = await (await FilledAsync(browser)).SubmitAsync("add.rules");
        var form = FormOf(two).Fill("Values[rules-1-name]", "水平移動");
        App.Time.Advance(TimeSpan.FromMinutes(61));

        (await PostFromAsync(browser, form, Item)).ShouldBe(HttpStatusCode.SeeOther);
        await browser.SignInAsync(Tenant, AuthorId);
        var page = (await browser.GetAsync(Item)).ShouldBeOk();

        page.Find("input[name='Values[target]']").GetAttribute("value").ShouldBe("web01");
        page.Find("input[name='Values[rules-1-name]']").GetAttribute("value").ShouldBe("水平移動");
    }

    [Theory]
    [InlineData(English)]
    [InlineData("nothing")]
    [InlineData("Policy-Change")]
    public async Task AZ_17_WORK_1_WhatTheContractLacks_IsAnsweredLikeWhatDoesNotExist(string code)
    {
        await GrantAsync(100);
        var browser = await SignedInAsync(AuthorId);

        (await browser.GetAsync($"{Catalogue}/{code}")).ShouldBeNotFound();
        (await CraftAsync(browser, Item, $"{Catalogue}/{code}", ("Version", "1"), ("Values[about]", "x"), ("Step", "save")))
            .ShouldBeNotFound();
        (await App.World.WorkRequests.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task EN_14_WORK_1_ATenantWithoutTheFeature_HasNoSuchPages()
    {
        await App.ChangeProfileAsync(Tenant,
            profile => profile with { Features = [.. profile.Features.Where(name => name != "workRequests")] });
        var browser = await SignedInAsync(AuthorId);

        (await browser.GetAsync(Catalogue)).ShouldBeNotFound();
        (await browser.GetAsync(Requests)).ShouldBeNotFound();
        (await browser.GetAsync("/t/security/home")).ShouldBeOk().ShouldNotShow("作業依頼");
    }

    private Task RaiseAsync() => ChangeAsync(Policy, PolicyJson.Replace("\"points\": 20", "\"points\": 30", StringComparison.Ordinal));
}
