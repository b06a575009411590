using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Home;

public sealed class ComingHome : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task LOGIN_8_HomeTells_TheLastSignInAndTheFailuresSince()
    {
        await new Account("control", "N0009001").AddToAsync(app);
        var before = app.CreateBrowser();
        before.Address = IPAddress.Parse("203.0.113.77");
        (await before.SignInAsync("control", "N0009001")).ShouldBeOk().Text.ShouldContain("初めてのログインです。");
        app.Time.Advance(TimeSpan.FromHours(2));
        await app.CreateBrowser().TrySignInAsync("control", "N0009001", "Wrong1357-Tiger");
        await app.CreateBrowser().TrySignInAsync("control", "N0009001", "Wrong2468-Tiger");

        var home = (await app.CreateBrowser().SignInAsync("control", "N0009001")).ShouldBeOk();

        home.Text.ShouldContain("2026年5月13日（水） 10:00");
        home.Text.ShouldContain("203.0.113.77");
        home.Text.ShouldContain("その後の失敗");
        home.Text.ShouldContain("2回");
    }

    [Fact]
    public async Task LOGIN_8_ALockSinceTheLastSignIn_IsTold()
    {
        await new Account("officephone", "A0590001").AddToAsync(app);
        await app.CreateBrowser().SignInAsync("officephone", "A0590001");
        app.Time.Advance(TimeSpan.FromMinutes(5));
        for (var i = 0; i < 5; i++)
        {
            await app.CreateBrowser().TrySignInAsync("officephone", "A0590001", "Wrong1357-Tiger");
        }

        app.Time.Advance(TimeSpan.FromMinutes(31));

        (await app.CreateBrowser().SignInAsync("officephone", "A0590001")).ShouldBeOk().Text.ShouldContain("前回のログインの後に、ロックされました");
    }

    [Theory]
    [InlineData(52, false)]
    [InlineData(55, true)]
    public async Task PASS_4_InTheLastDays_HomeCountsDown(int age, bool told)
    {
        var changed = app.Time.GetUtcNow().AddDays(-age);
        await new Account("homephone", "0690000001") { With = user => user.PasswordChangedAt = changed }.AddToAsync(app);

        var home = (await app.CreateBrowser().SignInAsync("homephone", "0690000001")).ShouldBeOk();

        home.Text.Contains("パスワードの有効期限まで、あと5日です", StringComparison.Ordinal).ShouldBe(told);
    }

    [Fact]
    public async Task TEMP_1_WithoutKeywordAndAddress_AParentGetsALinkAndAChildAsksItsParent()
    {
        await new Account("control", "N0009002") { IsManager = true }.AddToAsync(app);
        await new Account("control", "N0009003").AddToAsync(app);
        await new Account("control", "N0009004") { Keyword = "Keyword1357", Email = "four@control.example.jp" }.AddToAsync(app);
        const string Missing = "ロックの解除に必要な情報";

        var parent = await app.CreateBrowser().SignInAsync("control", "N0009002");
        var child = await app.CreateBrowser().SignInAsync("control", "N0009003");
        var ready = await app.CreateBrowser().SignInAsync("control", "N0009004");

        parent.Text.ShouldContain(Missing);
        parent.Has("main a[href$='/recovery']").ShouldBeTrue();
        child.Text.ShouldContain(Missing);
        child.Has("main a[href$='/recovery']").ShouldBeFalse();
        ready.Text.ShouldNotContain(Missing);
    }

    [Theory]
    [InlineData("花子", "山田 花子さん、こんにちは", "山田 花子さん（ログインID：0690000002）", "Hello, 山田 花子")]
    [InlineData("", "こんにちは（0690000002）", "ログインID 0690000002 の登録内容", "Hello (0690000002)")]
    public async Task FACE_7_WhoHasNoName_IsGreetedWithoutATitleOfRespect(string givenName, string greeting, string lead, string english)
    {
        await new Account("homephone", "0690000002") { FamilyName = givenName.Length > 0 ? "山田" : "", GivenName = givenName }
            .AddToAsync(app);
        var browser = app.CreateBrowser();

        (await browser.SignInAsync("homephone", "0690000002")).ShouldBeOk().Texts("h1").ShouldBe([greeting]);
        (await browser.GetAsync("/t/homephone/account")).ShouldBeOk().ShouldShow(lead);
        (await browser.GetAsync("/t/homephone/home?culture=en")).Texts("h1").ShouldBe([english]);
    }

    [Fact]
    public async Task LOGIN_3_TheRootOfAPortal_LeadsHomeOrToTheDoor()
    {
        await new Account("control", "N0009005").AddToAsync(app);
        var browser = app.CreateBrowser();
        (await browser.GetAsync("/t/control/")).Location.ShouldBe("/t/control/login");

        await browser.SignInAsync("control", "N0009005");

        (await browser.GetAsync("/t/control/")).Location.ShouldBe("/t/control/home");
    }
}
