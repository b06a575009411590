using System.Text.Json;
using Portal.Rules.OptionServices;
using Portal.Rules.Provisioning;
using Portal.TestKit.Accounts;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;

namespace Portal.Web.Tests.Features.OptionServices;

/// <summary>Each service: set, told, recorded; and what is refused.</summary>
public sealed class SettingServices : OptionTest
{
    [Fact]
    public async Task OPT_1_OPT_3_Forwarding_IsSaved_WithOneEvent_AndOneMessageOfTheSameTransaction()
    {
        var browser = await SignedInAsync();
        var form = await ForwardingAsync(browser, target: "０９０ー１２３４ー５６７８");
        form.Choose("Mode", "When").Check("Conditions", "Busy").Check("Conditions", "NoAnswer").Fill("Seconds", "15");
        form.Choose("Spans[0].Days", "Weekdays").Fill("Spans[0].From", "18:00").Fill("Spans[0].Until", "9:00");
        form.Choose("Spans[2].Days", "Sunday");

        var check = (await form.SubmitAsync()).ShouldBeOk();
        check.ShouldShow("話し中、応答なし").ShouldShow("15秒").ShouldShow(Target).ShouldShow("月〜金 18:00〜翌日 9:00").ShouldShow("日曜日 終日");
        (await SettingAsync(Main, OptionService.Forwarding)).ShouldBeNull();
        var saved = await check.Form().SubmitAsync("保存");

        saved.ShouldRedirectTo(Address(Main));
        (await saved.FollowAsync()).ShouldShow("転送電話の設定を保存しました").ShouldShow("反映中");
        var row = (await SettingAsync(Main, OptionService.Forwarding))!;
        (row.Version, row.IsInUse, row.State, row.AppliedVersion).ShouldBe((1, true, ProvisioningState.Applying, 0));
        (await RecordedAsync("option-service-saved")).ShouldBe(1);
        var message = (await OwedAsync()).ShouldHaveSingleItem();
        (message.Recipient, message.Kind, message.State).ShouldBe(("+81666660001", "provisioning.setting-saved", OutboxState.Waiting));

        await WorkAsync();
        var told = Told.ShouldHaveSingleItem();
        told.IsGenuine.ShouldBeTrue();
        JsonSerializer.Serialize(told.Data).ShouldBe(JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>("""
            {"number":"+81666660001","service":"forwarding","version":1,"settings":{"mode":"when","busy":true,"noAnswer":true,"seconds":15,
            "outOfReach":false,"target":"+819012345678","schedule":[
            {"days":["monday","tuesday","wednesday","thursday","friday"],"from":"18:00","until":"09:00"},
            {"days":["sunday"],"from":null,"until":null}]}}
            """)));
    }

    [Theory]
    [InlineData("Target", "", "電話番号を入力してください")]
    [InlineData("Target", "110", "110、118、119")]
    [InlineData("Target", "１１９", "110、118、119")]
    [InlineData("Target", "104", "3桁の番号")]
    [InlineData("Target", "0570-000-123", "0570 や 0990")]
    [InlineData("Target", "0990-123-456", "0570 や 0990")]
    [InlineData("Target", "0120-000-103", "0120 や 0800")]
    [InlineData("Target", "+1 650 253 0000", "海外の番号")]
    [InlineData("Target", "010-1-650-253-0000", "海外の番号")]
    [InlineData("Target", "06-6666-0001", "電話番号自身")]
    [InlineData("Target", "+81 6-6666-0001", "電話番号自身")]
    [InlineData("Target", "でんわ", "市外局番から入力")]
    [InlineData("Target", "090-1234", "市外局番から入力")]
    [InlineData("Seconds", "4", "5〜60")]
    [InlineData("Seconds", "61", "5〜60")]
    [InlineData("Seconds", "-5", "5〜60")]
    [InlineData("Spans[0].From", "18:00", "時間帯 1：曜日を選択")]
    [InlineData("Spans[2].From", "25:00", "時間帯 3：時刻は 9:00 のように")]
    public async Task OPT_1_WhatForwardingRefuses_IsSaidAtItsField_AndNothingIsSaved(string field, string typed, string says)
    {
        var browser = await SignedInAsync();
        var form = (await ForwardingAsync(browser)).Fill(field, typed);

        var answer = (await form.SubmitAsync()).ShouldBeRefused().ShouldShow(says);

        answer.Form().Fields.ShouldContain(each => each.Name == field && each.Value == typed);
        (await SettingAsync(Main, OptionService.Forwarding)).ShouldBeNull();
        (await OwedAsync()).ShouldBeEmpty();
        (await RecordedAsync("option-service-saved")).ShouldBe(0);
    }

    [Fact]
    public async Task OPT_1_AModeWithoutConditions_AndSpansThatOverlap_AreRefused()
    {
        var browser = await SignedInAsync();
        var form = (await ForwardingAsync(browser)).Choose("Mode", "When");
        form.Choose("Spans[0].Days", "Weekdays").Fill("Spans[0].From", "22:00").Fill("Spans[0].Until", "06:00");
        form.Choose("Spans[1].Days", "Saturday").Fill("Spans[1].From", "05:00").Fill("Spans[1].Until", "07:00");

        (await form.SubmitAsync()).ShouldBeRefused().ShouldShow("転送する条件を1つ以上").ShouldShow("時間帯 2：ほかの時間帯と重なっています");
        (await form.Forge("Mode", "Never").SubmitAsync()).ShouldBeRefused().ShouldShow("転送の方法を選択");
    }

    [Fact]
    public async Task OPT_1_BackFromTheCheckPage_NothingTypedIsLost()
    {
        var browser = await SignedInAsync();
        var form = await ForwardingAsync(browser);
        form.Choose("Spans[1].Days", "Sunday").Fill("Spans[1].From", "10:00").Fill("Spans[1].Until", "12:00");

        var back = await (await form.SubmitAsync()).ShouldBeOk().Form().SubmitAsync("戻る");

        var fields = back.ShouldBeOk().Form().Fields.ToLookup(field => field.Name, field => field.Value);
        fields["Target"].ShouldBe([Target]);
        (fields["Spans[0].Days"].Single(), fields["Spans[0].From"].Single(), fields["Spans[0].Until"].Single())
            .ShouldBe(("Sunday", "10:00", "12:00"));
    }

    [Fact]
    public async Task OPT_1_VoicemailAndForwarding_ThatWantTheSameCalls_AreSaid()
    {
        var browser = await SignedInAsync();
        await ForwardAsync(browser);
        var form = await VoicemailAsync(browser);

        (await form.SubmitAsync()).ShouldBeRefused().ShouldShow("留守番電話は応答しません");

        var forwarding = (await ForwardingAsync(browser)).Choose("Mode", "When").Check("Conditions", "NoAnswer").Fill("Seconds", "15");
        (await SaveAsync(forwarding)).ShouldRedirectTo(Address(Main));
        (await form.Anew().SubmitAsync()).ShouldBeRefused().ShouldShow("15秒で転送するため");
        (await form.Anew().Fill("Rings", "4").SubmitAsync()).ShouldBeRefused().ShouldShow("「応答なし」の転送は行われません");
        (await SettingAsync(Main, OptionService.Voicemail)).ShouldBeNull();

        forwarding = await ForwardingAsync(browser);
        forwarding.Choose("Spans[0].Days", "Weekend");
        (await SaveAsync(forwarding)).ShouldRedirectTo(Address(Main));
        (await form.Anew().SubmitAsync()).ShouldBeOk().ShouldShow("それ以外の時間には留守番電話");
    }

    [Theory]
    [InlineData("Rings", "21", "0〜20")]
    [InlineData("Rings", "", "0〜20")]
    [InlineData("NotifyAddress", "somebody", "メールアドレス")]
    public async Task OPT_1_Voicemail_IsSet_AndWhatItRefuses(string field, string typed, string says)
    {
        var browser = await SignedInAsync();
        (await (await VoicemailAsync(browser)).Fill(field, typed).SubmitAsync()).ShouldBeRefused().ShouldShow(says);

        (await SaveAsync((await VoicemailAsync(browser)).Fill("NotifyAddress", "taro@example.jp").Choose("Greeting", "WithNumber")))
            .ShouldRedirectTo(Address(Main));

        await WorkAsync();
        Told.Single().Data.GetProperty("settings").ToString()
            .ShouldBe("""{"on":true,"greeting":"withNumber","notifyAddress":"taro@example.jp","rings":5}""");
        (await App.World.Audit.ListAsync(row => row.Kind == "option-service-saved" ? row.Details : null))
            .ShouldContain("""{"service":"voicemail","version":1,"inUse":true,"notifyAddress":"taro@example.jp"}""");
    }

    [Fact]
    public async Task OPT_1_AnonymousCalls_AreRejected_WithExceptionsUpToABound()
    {
        var browser = await SignedInAsync();
        var form = (await browser.GetAsync(Address(Main, "anonymous-rejection"))).ShouldBeOk().Form().Check("On");
        (await form.Fill("Exceptions", "090-1234-5678\nちがう").SubmitAsync()).ShouldBeRefused().ShouldShow("「ちがう」は電話番号ではありません");
        (await form.Fill("Exceptions", "ちがう\n090-1234-5678\nこれも").SubmitAsync()).ShouldBeRefused()
            .ShouldShow("次の行は電話番号ではありません：「ちがう」、「これも」。");
        (await form.Fill("Exceptions", string.Join('\n', "あいうえおかき".AsEnumerable())).SubmitAsync()).ShouldBeRefused()
            .ShouldShow("「お」、ほか 2行").ShouldNotShow("「か」");
        (await form.Fill("Exceptions", string.Join('\n', Enumerable.Range(0, 11).Select(i => $"06-6123-00{i:00}"))).SubmitAsync())
            .ShouldBeRefused().ShouldShow("10件まで");

        (await SaveAsync(form.Fill("Exceptions", "090-1234-5678\r\n\r\n０６６１２３４５６７\r\n09012345678"))).ShouldRedirectTo(Address(Main));

        await WorkAsync();
        Told.Single().Data.GetProperty("settings").ToString()
            .ShouldBe("""{"on":true,"exceptions":["+819012345678","+81661234567"]}""");
    }

    [Theory]
    [InlineData("click-to-dial", "Packed")]
    [InlineData("forwarding", "Schedule")]
    public async Task OPT_1_WhatIsSentEmptyWhereTheCheckPageHasItsRows_IsNoRow(string service, string field)
    {
        var browser = await SignedInAsync();
        var token = (await browser.GetAsync(Address(Main, service))).Form().Fields
            .First(each => each.Name == "__RequestVerificationToken").Value;

        (await browser.PostAsync(Address(Main, service),
        [
            new("__RequestVerificationToken", token), new("Version", "0"), new("Step", "save"), new("On", "true"), new("Mode", "Off"),
            new(field, ""), new(field, ""),
        ])).ShouldRedirectTo(Address(Main));
    }

    [Theory]
    [InlineData("click-to-dial", "Favourites[0].Name", "母の携帯")]
    [InlineData("click-to-dial", "Favourites[0].Number", "090-9999-1234")]
    [InlineData("forwarding", "Spans[0].From", "18:15")]
    [InlineData("forwarding", "Spans[0].Until", "21:45")]
    public async Task OPT_1_LOGIN_7_SAFE_3_RowsThatWereTyped_ComeBackAfterSigningInAgain(string service, string field, string typed)
    {
        var browser = await SignedInAsync();
        var form = (await browser.GetAsync(Address(Main, service))).ShouldBeOk().Form().Fill(field, typed);
        App.Time.Advance(TimeSpan.FromMinutes(31));

        var request = new HttpRequestMessage(HttpMethod.Post, Address(Main, service))
        {
            Content = new FormUrlEncodedContent(form.Fields.Select(each => new KeyValuePair<string, string>(each.Name, each.Value))),
        };
        request.Headers.Referrer = new Uri(PortalApp.BaseAddress, Address(Main, service));
        (await browser.SendAsync(request)).Location.ShouldNotBeNull().ShouldContain("/login?");
        var back = await (await browser.TrySignInAsync(HomeLine.Tenant, Main, query: "?returnUrl=" + Uri.EscapeDataString(
            Address(Main, service)))).FollowAsync();

        back.ShouldShow("ログアウト前に入力した内容").Find($"input[name='{field}']").GetAttribute("value").ShouldBe(typed);
    }

    [Fact]
    public async Task OPT_1_WhatWasNotChanged_IsNoNewVersion()
    {
        var browser = await SignedInAsync();
        await ForwardAsync(browser);

        var again = await SaveAsync(await ForwardingAsync(browser));

        (await again.FollowAsync()).ShouldShow("変更はありません");
        (await SettingAsync(Main, OptionService.Forwarding))!.Version.ShouldBe(1);
        (await OwedAsync()).Count.ShouldBe(1);
        (await RecordedAsync("option-service-saved")).ShouldBe(1);
    }

    [Fact]
    public async Task FACE_6_TheHistory_NamesTheService_WhetherItIsUsed_AndWhereCallsGo()
    {
        var browser = await SignedInAsync();
        await ForwardAsync(browser);
        await ForwardAsync(browser, target: "06-6123-4567");
        (await SaveAsync((await ForwardingAsync(browser)).Choose("Mode", "Off"))).ShouldRedirectTo(Address(Main));

        var page = (await browser.GetAsync("/t/homephone/account/login-history?kind=account")).ShouldBeOk();

        page.Texts(".p-log__event").ShouldBe(
        [
            "オプションサービスの設定：転送電話、利用しない", "オプションサービスの設定：転送電話、利用する、06-6123-4567 に転送",
            "オプションサービスの設定：転送電話、利用する、090-1234-5678 に転送",
        ], ignoreOrder: true);
        (await page.Form("form[action$=export]").SubmitAsync("CSVで保存")).Body.ShouldContain("06-6123-4567 に転送");
        (await browser.GetAsync("/t/homephone/account/login-history?kind=account&culture=en"))
            .ShouldShow("Option service set: Call forwarding, on, to 06-6123-4567");
    }

    private static async Task<PortalForm> VoicemailAsync(PortalBrowser browser) =>
        (await browser.GetAsync(Address(Main, "voicemail"))).ShouldBeOk().Form().Check("On");
}
