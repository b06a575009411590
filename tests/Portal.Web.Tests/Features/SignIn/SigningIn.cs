using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.SignIn;

public sealed class SigningIn : SignInTest
{
    [Fact]
    public async Task LOGIN_4_RightPassword_LeadsHomeWithOneSessionAndOneEvent()
    {
        var answer = await App.CreateBrowser().TrySignInAsync(Tenant, Id);

        answer.ShouldBe(HttpStatusCode.SeeOther);
        (await answer.FollowAsync()).ShouldBeOk();
        (await App.World.Sessions.CountOpenAsync(UserId)).ShouldBe(1);
        (await EventsAsync("signed-in")).ShouldBe(1);
    }

    [Theory]
    [InlineData("n0009001")]
    [InlineData(" N0009001 ")]
    [InlineData("Ｎ０００９００１")]
    [InlineData("　n0009001　")]
    public async Task LOGIN_1_CG_18_IV_02_HoweverTheIdIsSpelled_ItIsOneAccountAndOneCount(string spelled)
    {
        await FailAsync(1, spelled);
        (await FailuresAsync()).ShouldBe(1);

        await App.CreateBrowser().SignInAsync(Tenant, spelled);
        (await FailuresAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(" Right2468-Horse")]
    [InlineData("Right2468-Horse ")]
    [InlineData("right2468-horse")]
    [InlineData("Ｒight2468-Horse")]
    public async Task LOGIN_1_APasswordIsNeverTrimmedOrFolded(string almost) =>
        (await App.CreateBrowser().TrySignInAsync(Tenant, Id, almost)).ShouldBeRefused();

    [Fact]
    public async Task IV_06_APasswordIsTheSameComposedAndDecomposed()
    {
        await new Account(Tenant, "N0009002") { Password = "Cafe\u0301-2468-Horse" }.AddToAsync(App);
        await App.CreateBrowser().SignInAsync(Tenant, "N0009002", "Caf\u00e9-2468-Horse");
    }

    [Fact]
    public async Task IV_06_PasswordsThatDifferAfterTheirFirst72BytesDiffer()
    {
        var stem = new string('a', 72) + "1";
        await new Account(Tenant, "N0009003") { Password = stem + "x" }.AddToAsync(App);
        (await App.CreateBrowser().TrySignInAsync(Tenant, "N0009003", stem + "y")).ShouldBeRefused();
        await App.CreateBrowser().SignInAsync(Tenant, "N0009003", stem + "x");
    }

    [Theory]
    [InlineData(257)]
    [InlineData(5000)]
    public async Task IV_07_APasswordThatIsTooLongIsRefusedAsAnyWrongOne(int length) =>
        (await App.CreateBrowser().TrySignInAsync(Tenant, Id, new string('a', length))).ShouldBeRefused()
            .ShouldShow("オペレータIDまたはパスワードが正しくありません");

    [Theory]
    [InlineData("", Right, "を入力してください")]
    [InlineData(Id, "", "パスワードを入力してください")]
    public async Task LOGIN_1_AnEmptyFieldIsNamedAtTheFieldAndCountsNothing(string id, string password, string message)
    {
        var page = await App.CreateBrowser().TrySignInAsync(Tenant, id, password);

        page.ShouldBeRefused().ShouldShow(message);
        page.Title.ShouldStartWith("エラー：");
        (await FailuresAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task LOGIN_2_TheFormComesBackWithTheIdAndWithoutThePassword()
    {
        var page = await App.CreateBrowser().TrySignInAsync(Tenant, Id, Wrong);

        page.ShouldBeRefused().ShouldNotShow(Wrong);
        page.Find("input[name=Identifier]").GetAttribute("value").ShouldBe(Id);
    }

    [Fact]
    public async Task LOGIN_1_ThePageSpeaksEnglishWhenAsked()
    {
        var page = await App.CreateBrowser().GetAsync("/t/control/login?culture=en");

        page.Title.ShouldBe("Sign in – Line Control");
        page.Find("html").GetAttribute("lang").ShouldBe("en");
    }

    [Theory]
    [InlineData("control", "", "username", null)]
    [InlineData("officephone", "", "username", null)]
    [InlineData("officephone", "/email", "username", null)]
    [InlineData("officephone", "/user", "username", null)]
    [InlineData("homephone", "", "username", "tel")]
    [InlineData("rental", "", "username", null)]
    [InlineData("security", "", "username", null)]
    public async Task LOGIN_1_TheFormShowsExactlyTheTenantsFields(string tenant, string door, string autocomplete, string? inputMode)
    {
        var page = (await App.CreateBrowser().GetAsync($"/t/{tenant}/login{door}")).ShouldBeOk();

        page.Find("input[name=Identifier]").GetAttribute("autocomplete")!.ShouldStartWith(autocomplete);
        page.Find("input[name=Password]").GetAttribute("autocomplete").ShouldBe("current-password");
        page.Has("input[name=Email][autocomplete=email]").ShouldBe(tenant == "rental");
        if (inputMode is not null)
        {
            page.Find("input[name=Identifier]").GetAttribute("inputmode").ShouldBe(inputMode);
        }
    }

    [Fact]
    public async Task LOGIN_1_TheDoorsOfOneTenantLinkToOneAnotherAndEachAdmitsItsOwn()
    {
        await new Account("officephone", "A0509001").AddToAsync(App);
        await new Account("officephone", "05099990001") { Door = "user" }.AddToAsync(App);

        var first = await App.CreateBrowser().GetAsync("/t/officephone/login");
        first.Has("a[href='/t/officephone/login/email']").ShouldBeTrue();
        first.Has("a[href='/t/officephone/login/user']").ShouldBeTrue();

        await App.CreateBrowser().SignInAsync("officephone", "05099990001", door: "user");
        (await App.CreateBrowser().TrySignInAsync("officephone", "05099990001")).ShouldBeRefused();
        (await App.CreateBrowser().GetAsync("/t/officephone/login/nowhere")).ShouldBeNotFound();
    }

    [Theory]
    [InlineData("090-0000-0001")]
    [InlineData("０９０－００００－０００１")]
    [InlineData("090ー0000ー0001")]
    [InlineData("090−0000−0001")]
    [InlineData("090 0000 0001")]
    public async Task LOGIN_1_IV_02_APhoneNumberIsFoundWithHyphensBlanksAndFullWidthDigits(string typed)
    {
        await new Account("homephone", "09000000001").AddToAsync(App);
        await App.CreateBrowser().SignInAsync("homephone", typed);
    }

    [Theory]
    [InlineData("05099990002")]
    [InlineData("050-9999-0002")]
    [InlineData("０５０－９９９９－０００２")]
    [InlineData("050 9999 0002")]
    public async Task LOGIN_1_AUsersNumber_IsTypedAsThePortalShowsIt(string typed)
    {
        await new Account("officephone", "05099990002") { Door = "user" }.AddToAsync(App);
        await App.CreateBrowser().SignInAsync("officephone", typed, door: "user");
        (await App.CreateBrowser().TrySignInAsync("officephone", "A050-9002")).ShouldBeRefused();
    }

    [Fact]
    public async Task LOGIN_3_TheSameIdInAnotherTenantIsAnotherAccountAndASessionIsNothingThere()
    {
        await new Account("security", Id) { Email = "x@example.jp" }.AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);

        (await browser.GetAsync("/t/control/home")).ShouldBeOk();
        var elsewhere = await browser.GetAsync("/t/officephone/home");
        ((int)elsewhere.Status).ShouldBeInRange(300, 399);
        elsewhere.Location!.ShouldStartWith("/t/officephone/login");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/t/security/home")]
    [InlineData("/admin")]
    [InlineData("https://evil.example/t/control/home")]
    [InlineData("/t/control/../security/home")]
    public async Task LOGIN_5_WB_08_AReturnAddressOutsideThisPortalLeadsHome(string address)
    {
        var answer = await App.CreateBrowser().TrySignInAsync(Tenant, Id, query: "?returnUrl=" + Uri.EscapeDataString(address));

        answer.ShouldBe(HttpStatusCode.SeeOther);
        (await answer.FollowAsync()).ShouldBeOk().Address.AbsolutePath.ShouldBe("/t/control/home");
    }

    [Fact]
    public async Task LOGIN_5_WB_08_AReturnAddressOfTenKilobytesLeadsHome()
    {
        var answer = await App.CreateBrowser().TrySignInAsync(Tenant, Id, query: "?returnUrl=/t/control/" + new string('a', 6000));
        answer.ShouldBe(HttpStatusCode.SeeOther);
        (await answer.FollowAsync()).Address.AbsolutePath.ShouldBe("/t/control/home");
    }

    [Fact]
    public async Task LOGIN_5_AnInterruptedPageIsReachedAfterSigningIn()
    {
        var browser = App.CreateBrowser();
        var asked = await browser.GetAsync("/t/control/account/password");
        var answer = await (await browser.GetAsync(asked.Location!)).Form("main form").Fill("Identifier", Id).Fill("Password", Right)
            .SubmitAsync();
        answer.ShouldRedirectTo("/t/control/account/password");
    }

    [Fact]
    public async Task LOGIN_6_SE_02_SigningOutEndsTheServersSession_ACopiedCookieIsDead()
    {
        var browser = App.CreateBrowser();
        var home = await browser.SignInAsync(Tenant, Id);
        var thief = new { Cookies = browser.Cookies.Copy() };
        (await home.Form("form[action$='/logout']").SubmitAsync()).ShouldRedirectTo("/t/control/signed-out");

        var copy = App.CreateBrowser();
        foreach (var cookie in thief.Cookies.All)
        {
            copy.Cookies.Plant(cookie.Name.ToString(), cookie.Value.ToString(), cookie.Path.ToString());
        }

        ((int)(await copy.GetAsync("/t/control/home")).Status).ShouldBe(302);
        (await EventsAsync("signed-out")).ShouldBe(1);
    }

    [Fact]
    public async Task LOGIN_9_HelpTellsWhatThisTenantAsksForAndHowALockoutEnds()
    {
        var browser = App.CreateBrowser();
        (await browser.GetAsync("/t/control/login/help")).ShouldBeOk().ShouldShow("続けて5回").ShouldShow("自動的には解除されません")
            .ShouldShow("Caps Lock");
        (await browser.GetAsync("/t/officephone/login/help")).ShouldBeOk().ShouldShow("30分");
        (await browser.GetAsync("/t/homephone/login/help")).ShouldBeOk().ShouldShow("続けて10回").ShouldShow("パスワードは無効になります");
        (await browser.GetAsync("/t/security/login/help?culture=en")).ShouldBeOk().ShouldShow("after 20 minutes");
    }

    [Theory]
    [InlineData("/t/control", new[] { "親オペレータが解除できます", "親オペレータに確認してください" }, new[] { "お使いの方は", "契約の管理者" })]
    [InlineData("/t/officephone",
        new[] { "「利用者のログイン」をお使いの方は、管理者IDが解除できます", "「メールアドレスでログイン」をお使いの方は、メールのリンクから", "お問い合わせ先に確認" },
        new[] { "契約の管理者" })]
    [InlineData("/t/rental", new[] { "同じログインIDを使うほかの利用者", "お問い合わせ先に、多要素認証の初期化" }, new[] { "管理者" })]
    [InlineData("/t/homephone", new[] { "お問い合わせ先に確認" }, new[] { "管理者" })]
    [InlineData("/admin", new[] { "システム管理者が解除できます", "お問い合わせ先に、多要素認証の初期化" }, new[] { "複数の人で使っている", "契約の管理者", "サポート窓口" })]
    public async Task LOGIN_9_HelpNamesOnlyPeopleAndWaysThatThereAre(string site, string[] named, string[] unnamed)
    {
        var page = (await App.CreateBrowser().GetAsync(site + "/login/help")).ShouldBeOk();

        named.ShouldAllBe(text => page.Text.Contains(text, StringComparison.Ordinal));
        unnamed.ShouldAllBe(text => !page.Text.Contains(text, StringComparison.Ordinal));
    }
}
