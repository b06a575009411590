using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Home;

public sealed class SystemMenu : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        await new Account("control", "N0009001") { IsManager = true }.AddToAsync(app);
        await new Account("control", "N0009002").AddToAsync(app);
        await new Account("rental", "R900001") { Email = "one@rental.example.jp" }.AddToAsync(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("01", "/t/control/lines")]
    [InlineData("90", "/t/control/announcements")]
    [InlineData("99", "/t/control/operators")]
    [InlineData("99-01", "/t/control/operators")]
    [InlineData("99-01-01", "/t/control/operators")]
    [InlineData("99-01-02", "/t/control/operators/new")]
    [InlineData("99-01-03", "/t/control/operators")]
    [InlineData("99-01-04", "/t/control/operators/locked")]
    [InlineData("９９－０１－０４", "/t/control/operators/locked")]
    [InlineData(" 990104 ", "/t/control/operators/locked")]
    public async Task OPER_1_ATypedNumber_LeadsThere(string code, string address) =>
        (await TypeAsync("N0009001", code)).Location.ShouldBe(address);

    [Theory]
    [InlineData("98")]
    [InlineData("99-01-05")]
    [InlineData("lines")]
    [InlineData("")]
    public async Task OPER_1_AnUnknownNumber_IsAnsweredInWords(string code)
    {
        var answer = await TypeAsync("N0009001", code);

        answer.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Title.ShouldStartWith("エラー：");
    }

    [Theory]
    [InlineData("99-01-02")]
    [InlineData("99-01-04")]
    public async Task OPER_4_WhatAChildMayNot_HasNoNumberForIt(string code) =>
        (await TypeAsync("N0009002", code)).ShouldBe(HttpStatusCode.UnprocessableEntity);

    [Fact]
    public async Task OPER_1_TheMenu_ShowsTheNumbers_AndBesideItThePasswordAndTheWayOut()
    {
        var home = (await app.CreateBrowser().SignInAsync("control", "N0009001")).ShouldBeOk();

        home.Texts("main .p-card__number").ShouldBe(["01", "90", "99-01-01", "99-01-02", "99-01-03", "99-01-04"]);
        home.Has("main a[href='/t/control/account/password']").ShouldBeTrue();
        home.Has("form[action='/t/control/logout']").ShouldBeTrue();
    }

    [Fact]
    public async Task OPER_1_SITE_1_TheAnnouncementsOfTheMenu_AreOpenToAChildToo()
    {
        var browser = app.CreateBrowser();
        await browser.SignInAsync("control", "N0009002");

        (await browser.GetAsync("/t/control/announcements")).ShouldBeOk().ShouldShow("お知らせ");
    }

    [Fact]
    public async Task SITE_1_OtherTenants_HaveCardsAndNoQuickBox()
    {
        var browser = app.CreateBrowser();
        var home = (await browser.SignInAsync("rental", "R900001", email: "one@rental.example.jp")).ShouldBeOk();

        home.Has("main a[href='/t/rental/operators']").ShouldBeTrue();
        home.Has("input[name='code']").ShouldBeFalse();
        (await browser.GetAsync("/t/rental/menu?code=01")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task OPER_1_FACE_7_TheBoxForANumber_IsOnEveryPage_WithWhatCanBeTyped()
    {
        var browser = app.CreateBrowser();
        await browser.SignInAsync("control", "N0009002");

        foreach (var address in (string[])["/t/control/home", "/t/control/account/sessions", "/t/control/no/such/page"])
        {
            var page = await browser.GetAsync(address);
            page.Document.QuerySelectorAll("header datalist option").Select(option => option.GetAttribute("value"))
                .ShouldBe(["01", "90", "99-01-03"], address);
            page.Find("header input[name=code]").GetAttribute("list").ShouldBe("menu-numbers");
        }
    }

    [Fact]
    public async Task OPER_1_AWrongNumber_StaysInTheBox_AndTheErrorLeadsToIt()
    {
        var answer = await TypeAsync("N0009001", "99-02");

        var box = answer.Find("header input[name=code]");
        (box.GetAttribute("value"), box.GetAttribute("aria-invalid")).ShouldBe(("99-02", "true"));
        answer.Find(".p-errors a").GetAttribute("href").ShouldBe("#" + box.Id);
    }

    private async Task<PortalPage> TypeAsync(string who, string code)
    {
        var browser = app.CreateBrowser();
        await browser.SignInAsync("control", who);
        return await browser.GetAsync("/t/control/menu?code=" + Uri.EscapeDataString(code));
    }
}
