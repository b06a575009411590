using System.Net;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Telephony;

/// <summary>How a temporary password is set by telephone, told to whoever has forgotten the real one.</summary>
public sealed class ReadingHowToCall : IAsyncLifetime
{
    private const string Page = "/t/homephone/temp-password/phone";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task TEMP_3_CALL_2_WhoForgotThePassword_IsToldWhatToDialAndWhatTheCallAsks()
    {
        var page = (await (await app.CreateBrowser().GetAsync("/t/homephone/login")).ClickAsync("main a[href$='/temp-password/phone']"))
            .ShouldBeOk();

        page.Texts("h1").ShouldBe(["電話での仮パスワード設定"]);
        page.ShouldShow("0120-000-113").ShouldShow("24時間").ShouldShow("続けて2回まで").ShouldShow("8桁").ShouldShow("通話料");
        // Whoever cannot call is told whom to ask.
        page.ShouldShow("0120-000-103");
    }

    [Fact]
    public async Task TEMP_3_TheHelpLeadsThere_AndItIsToldInEnglishToo()
    {
        var browser = app.CreateBrowser();
        (await browser.GetAsync("/t/homephone/login/help")).Has("main a[href$='/temp-password/phone']").ShouldBeTrue();

        var page = await browser.GetAsync(Page + "?culture=en");

        page.ShouldBeOk().Texts("h1").ShouldBe(["Set a temporary password by phone"]);
    }

    [Theory]
    [InlineData("control")]
    [InlineData("officephone")]
    public async Task TEMP_3_ATenantWithoutCallsHasNoSuchPage(string tenant) =>
        (await app.CreateBrowser().GetAsync(Page.Replace("homephone", tenant, StringComparison.Ordinal))).ShouldBe(HttpStatusCode.NotFound);
}
