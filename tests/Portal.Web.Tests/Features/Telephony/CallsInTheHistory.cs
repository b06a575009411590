using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Telephony;

/// <summary>What the owner of a number reads of calls that set a temporary password for it, or tried to.</summary>
public sealed class CallsInTheHistory : VoiceTest
{
    private const string Main = "0666660001";
    private const string Second = "0666660002";
    private const string Customer = "4900000001";
    private const string History = "/t/homephone/account/login-history?kind=call";
    private const string TooWeak = "11111111";

    [Fact]
    public async Task CALL_5_FACE_6_CallsThatEndedDifferently_AreToldApart_WithTheNumberThatCalled()
    {
        await new HomeLine(Customer, AuthenticationUnit.Line, Main, Second).AddToAsync(App);
        await (await Provider().DialAsync(Second)).PressAllAsync("1", Good, Good);
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await (await Provider().DialAsync(Main)).PressAllAsync("2");
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await (await Provider().DialAsync(Main)).PressAllAsync("1", TooWeak, TooWeak, TooWeak);
        var browser = App.CreateBrowser();
        await browser.SignInAsync("homephone", Main);

        var page = (await browser.GetAsync(History)).ShouldBeOk();

        page.Texts(".p-log__event").ShouldBe(
        [
            "仮パスワード設定の電話：入力誤りの繰り返し", "仮パスワード設定の電話：現在と異なる認証単位を選択",
            "仮パスワード設定の電話：仮パスワードを設定",
        ]);
        page.Document.QuerySelectorAll(".p-log__event").Select(each => each.GetAttribute("data-tone"))
            .ShouldBe(["error", "error", "success"]);
        page.Texts(".p-log__place").ShouldBe(
            ["操作：06-6666-0001 からの電話", "操作：06-6666-0001 からの電話", "操作：06-6666-0002 からの電話"]);
        var file = (await page.Form("form[action$=export]").SubmitAsync("CSVで保存")).Body;
        file.ShouldContain("仮パスワード設定の電話：入力誤りの繰り返し");
        file.ShouldContain("06-6666-0002 からの電話");
        (await browser.GetAsync(History + "&culture=en")).ShouldShow("Call to set a temporary password: Too many wrong entries")
            .ShouldShow("by a call from 06-6666-0002");
    }

    [Fact]
    public async Task FACE_6_CallsThatEndedAlike_StayOneEntry_WithOneTimeOfOneMinute()
    {
        await new HomeLine(Customer, AuthenticationUnit.Line, Main).AddToAsync(App);
        for (var i = 0; i < 3; i++)
        {
            await (await Provider().DialAsync(Main)).PressAllAsync("2");
        }

        var browser = App.CreateBrowser();
        await browser.SignInAsync("homephone", Main);

        var page = (await browser.GetAsync(History)).ShouldBeOk();

        page.Texts("summary.p-log__line").ShouldHaveSingleItem().ShouldContain("3回");
        page.Texts("summary .p-log__time").ShouldHaveSingleItem().ShouldNotContain("–");
    }
}
