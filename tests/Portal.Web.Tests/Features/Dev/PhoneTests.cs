using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;
using Portal.Web.Features.Dev.Phone;

namespace Portal.Web.Tests.Features.Dev;

/// <summary>The telephone in the browser, by its forms alone.</summary>
public sealed class PhoneTests
{
    private const string Phone = "/dev/phone";
    private const string Main = "0666660001";

    [Fact]
    public async Task CALL_7_SITE_4_OutsideADemonstration_ThereIsNone()
    {
        await using var app = await PortalApp.CreateAsync();

        (await app.CreateBrowser().GetAsync(Phone)).ShouldBeNotFound();
    }

    [Fact]
    public async Task CALL_7_KeyByKey_ATemporaryPasswordIsSet_OverTheSignedWebhook()
    {
        await using var app = await StartAsync();
        await new HomeLine("4000000000", AuthenticationUnit.Line, Main).AddToAsync(app);
        var browser = app.CreateBrowser();
        var page = (await browser.GetAsync(Phone)).ShouldBeOk().ShouldShow("06-6666-0001").ShouldShow("番号非通知");

        page = await page.Form(".p-phone__form").Choose("From", "homephone/+81666660001").SubmitAsync();
        page.ShouldBeOk().ShouldShow("認証単位をお選びください");
        foreach (var key in "1" + "20481593" + "20481593")
        {
            page = await page.Form(".p-phone__form").SubmitAsync(key.ToString());
        }

        page.ShouldBeOk().ShouldShow("仮パスワードを設定しました").ShouldShow("通話終了");
        (await app.World.PhoneCalls.CountAsync(call => call.Remark == CallRemark.Done)).ShouldBe(1);
    }

    [Fact]
    public async Task CALL_7_NoKeys_UnknownLines_AndHangingUp()
    {
        await using var app = await StartAsync();
        await new HomeLine("4000000000", AuthenticationUnit.Line, Main).AddToAsync(app);
        var browser = app.CreateBrowser();
        var idle = await browser.GetAsync(Phone);

        (await idle.Form(".p-phone__form").Choose("From", "homephone/anonymous").SubmitAsync()).ShouldShow("通話終了")
            .ShouldShow("仮パスワードを設定できません");
        var talking = await idle.Form(".p-phone__form").Choose("From", "homephone/+81666660001").SubmitAsync();
        talking = (await talking.Form(".p-phone__form").SubmitAsync("送る")).ShouldShow("お選びいただけません");
        (await talking.Form(".p-phone__end").SubmitAsync()).ShouldBeOk().ShouldShow("電話を切りました");
        (await app.World.Audit.ReadAsync("phone-call-ended", happened => happened.Reason)).ShouldBe("HungUp");
        (await talking.Form(".p-phone__form").SubmitAsync("1")).ShouldBeOk().ShouldShow("応答がありませんでした");
        (await talking.Form(".p-phone__form").Forge("state", "forged").SubmitAsync("1")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    /// <summary>The wire leads back into the same application, as it does over a real port.</summary>
    private static async Task<PortalApp> StartAsync()
    {
        var wire = new BackIn();
        var app = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "true" },
            services => services.Replace(ServiceDescriptor.Singleton(new SimulatedWire(wire))));
        wire.InnerHandler = app.Server.CreateHandler();
        return app;
    }

    private sealed class BackIn : DelegatingHandler;
}
