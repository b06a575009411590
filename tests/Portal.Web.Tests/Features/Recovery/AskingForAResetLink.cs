using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Throttling;
using Portal.Web.Features.Recovery;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Recovery;

/// <summary>The steps to a reset link, and what they must not tell.</summary>
public sealed class AskingForAResetLink : ResetTest
{
    [Fact]
    public async Task RESET_1_ThreeSteps_IdentifyVerifyDone()
    {
        var browser = App.CreateBrowser();
        var login = await browser.GetAsync("/t/security/login");
        var identify = await login.ClickAsync("パスワードを忘れた場合・はじめてログインする場合");
        identify.ShouldBeOk().ShouldShow("パスワードの再設定").Texts(".p-stepper__step").Count.ShouldBe(3);
        identify.Find("input[name=Identifier]").GetAttribute("autocomplete").ShouldBe("username");

        var verify = await (await identify.Form("main form").Fill("Identifier", Id).SubmitAsync()).FollowAsync();
        verify.ShouldBeOk().ShouldShow(Id).Address.AbsolutePath.ShouldBe("/t/security/unlock/verify");
        verify.Find("input[name=Email]").GetAttribute("autocomplete").ShouldBe("email");

        var sent = await (await verify.Form("main form").Fill("Email", Email).SubmitAsync()).FollowAsync();
        sent.ShouldBeOk().ShouldShow("入力された内容が登録と一致した場合").ShouldShow("no-reply@security.example.jp")
            .ShouldShow("60分間").Address.AbsolutePath.ShouldBe("/t/security/unlock/sent");
        (await LinksAsync()).Count.ShouldBe(1);
        (await EventsAsync("reset-link-sent")).ShouldBe(1);
    }

    [Theory]
    [InlineData("nobody@example.jp.cs", Email)]
    [InlineData(Id, "other@example.jp")]
    [InlineData("taro.yamada@example.jp.cs", Email)]
    public async Task RESET_2_EN_05_WhateverDoesNotMatch_TheAnswerIsTheSameAndNobodyGetsMail(string id, string email)
    {
        var right = await AskAsync();
        var answer = await AskAsync(id, email);

        answer.Location.ShouldBe(right.Location);
        answer.Headers.Keys.Order().ShouldBe(right.Headers.Keys.Order());
        await WorkAsync();
        (await MailsAsync("reset-link")).ShouldBe(1);
        (await App.MailsAsync(email == Email ? "taro.yamada@example.jp" : email)).ShouldBeEmpty();
    }

    [Fact]
    public async Task EN_05_TheRequestItself_SendsNothingAndAsksNothing()
    {
        await AskAsync();
        await AskAsync("nobody@example.jp.cs");
        (await App.World.Recoveries.CountWaitingAsync()).ShouldBe(2);
        (await App.World.Mails.CountAsync(mail => mail.Channel == OutboxChannel.Mail)).ShouldBe(0);
    }

    [Fact]
    public async Task RESET_2_FiveMismatches_StopResetsForTwentyMinutes_AndTheOwnerIsTold()
    {
        for (var i = 0; i < 5; i++)
        {
            await AskAsync(email: "other@example.jp");
            await WorkAsync();
        }

        (await AskAsync()).ShouldRedirectTo("/t/security/unlock/sent");
        (await LinksAsync()).ShouldBeEmpty();
        (await App.MailsAsync(Email)).ShouldHaveSingleItem().Text.ShouldContain("登録と異なるメールアドレスが続けて入力されました");

        App.Time.Advance(TimeSpan.FromMinutes(21));
        await AskAsync();
        (await LinksAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task TR_13_ThreeRequestsAnHourForAnAccount_FurtherOnesLookTheSameAndSendNothing()
    {
        for (var i = 0; i < 5; i++)
        {
            (await AskAsync()).ShouldRedirectTo("/t/security/unlock/sent");
            await WorkAsync();
        }

        (await MailsAsync("reset-link")).ShouldBe(3);
        App.Time.Advance(TimeSpan.FromMinutes(61));
        await AskAsync();
        await WorkAsync();
        (await MailsAsync("reset-link")).ShouldBe(4);
    }

    [Fact]
    public async Task TR_13_TenRequestsAnHourFromAnAddress()
    {
        for (var i = 0; i < 12; i++)
        {
            (await AskAsync($"nobody{i}@example.jp.cs")).ShouldRedirectTo("/t/security/unlock/sent");
        }

        (await App.World.Recoveries.CountAsync()).ShouldBe(10);
    }

    [Fact]
    public async Task TR_13_LOCK_8_ABrowserThatTheAccountKnows_IsNotShutOutByItsNeighbours()
    {
        await App.ChangeProfileAsync(Tenant, profile => profile with { SecondFactor = new SecondFactorProfile() });
        var known = App.CreateBrowser();
        (await known.SignInAsync("security", Id)).ShouldBeOk().Address.AbsolutePath.ShouldBe("/t/security/home");
        (await (await known.GetAsync("/t/security/home")).Form("form[action$='/logout']").SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
        for (var i = 0; i < 12; i++)
        {
            await AskAsync($"nobody{i}@example.jp.cs");
        }

        (await AskAsync(browser: known)).ShouldRedirectTo("/t/security/unlock/sent");
        (await App.World.Recoveries.CountAsync()).ShouldBe(11);
        (await AskAsync("nobody@example.jp.cs", browser: known)).ShouldRedirectTo("/t/security/unlock/sent");
        (await App.World.Recoveries.CountAsync()).ShouldBe(11, "it is known to one account, and to no other");
        var unlock = (await App.CreateBrowser().GetAsync("/t/control/unlock")).Form("main form");
        await unlock.Fill("Identifier", "N0009001").Fill("Keyword", "x").Fill("Email", "x@example.jp").SubmitAsync();
        (await App.World.Recoveries.CountAsync()).ShouldBe(12, "each portal counts for itself");
    }

    [Theory]
    [InlineData(RecoveryThrottle.Kind)]
    [InlineData(RecoveryThrottle.KnownKind)]
    public async Task TR_13_TheLongestNameOfAPortal_AndAnIPv6Network_AreCountedAsWell(string kind) =>
        (await App.WithServicesAsync(async services =>
        {
            services.GetRequiredService<AuditActor>().Address = "2001:db8:aaaa:bbbb:cccc::1";
            return await services.GetRequiredService<AddressThrottle>().CountAsync(kind + new string('a', 32), 1, TimeSpan.FromHours(1));
        })).ShouldBeTrue();

    [Theory]
    [InlineData("reset.me")]
    [InlineData("reset me@example.jp")]
    public async Task TEXT_2_RESET_2_WhatIsNoAddress_IsSaidAtTheField_AndCostsNoTry(string typed)
    {
        for (var i = 0; i < 6; i++)
        {
            (await AskAsync(email: typed)).ShouldBeRefused().ShouldShow("「name@example.com」の形式で入力してください");
        }

        (await App.World.Recoveries.CountAsync()).ShouldBe(0);
        (await AskAsync()).ShouldRedirectTo("/t/security/unlock/sent");
        (await LinksAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task TR_07_TheSecondStepWithoutTheFirst_LeadsToTheFirst()
    {
        (await App.CreateBrowser().GetAsync("/t/security/unlock/verify")).ShouldRedirectTo("/t/security/unlock");

        var browser = App.CreateBrowser();
        var verify = await (await (await browser.GetAsync("/t/security/unlock")).Form("main form").Fill("Identifier", Id).SubmitAsync())
            .FollowAsync();
        browser.Cookies.Remove("__Secure-unlock");
        (await (await verify.Form("main form").Fill("Email", Email).SubmitAsync()).ShouldRedirectTo("/t/security/unlock").FollowAsync())
            .ShouldBeOk().ShouldShow("手続きが途中で終わったため");
        (await LinksAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task TR_07_AFormOfAnotherTabIsNoneOfThisStep()
    {
        var browser = App.CreateBrowser();
        var first = await (await (await browser.GetAsync("/t/security/unlock")).Form("main form").Fill("Identifier", "nobody@example.jp.cs")
            .SubmitAsync()).FollowAsync();
        await (await browser.GetAsync("/t/security/unlock")).Form("main form").Fill("Identifier", Id).SubmitAsync();

        (await first.Form("main form").Fill("Email", Email).SubmitAsync()).ShouldRedirectTo("/t/security/unlock");
        (await browser.GetAsync("/t/security/unlock/verify")).ShouldRedirectTo("/t/security/unlock");
        (await LinksAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task TR_07_AForgedOrForeignStateIsNone()
    {
        var browser = App.CreateBrowser();
        await (await browser.GetAsync("/t/security/unlock")).Form("main form").Fill("Identifier", Id).SubmitAsync();
        var value = browser.Cookies["__Secure-unlock"]!;

        browser.Cookies.Plant("__Secure-unlock", value + "A", "/t/security");
        (await browser.GetAsync("/t/security/unlock/verify")).ShouldRedirectTo("/t/security/unlock");
        browser.Cookies.Plant("__Secure-unlock", value, "/t/rental");
        (await browser.GetAsync("/t/rental/unlock/verify")).ShouldRedirectTo("/t/rental/unlock");
    }

    [Theory]
    [InlineData("reset.me@example.jp,attacker@evil.example")]
    [InlineData("reset.me@example.jp;attacker@evil.example")]
    [InlineData("[\"reset.me@example.jp\",\"attacker@evil.example\"]")]
    [InlineData("ſomebody@example.jp")]
    public async Task TR_08_OneFieldWithTwoAddresses_IsNoMatch(string email)
    {
        await AskAsync(email: email);
        (await LinksAsync()).ShouldBeEmpty();
        (await App.MailsAsync("attacker@evil.example")).ShouldBeEmpty();
    }

    [Fact]
    public async Task TR_08_TheAddressTwiceIsABadRequest()
    {
        var browser = App.CreateBrowser();
        var verify = await (await (await browser.GetAsync("/t/security/unlock")).Form("main form").Fill("Identifier", Id).SubmitAsync())
            .FollowAsync();
        var fields = verify.Form("main form").Fields.Where(field => field.Name != "Email")
            .Select(field => KeyValuePair.Create(field.Name, field.Value));

        (await browser.PostAsync("/t/security/unlock/verify",
            [.. fields, KeyValuePair.Create("Email", Email), KeyValuePair.Create("Email", "attacker@evil.example")]))
                .ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PostAsync("/t/security/unlock/verify",
            [.. fields, KeyValuePair.Create("Email[]", Email), KeyValuePair.Create("Email[]", "attacker@evil.example")]))
                .ShouldBe(HttpStatusCode.BadRequest);
        (await LinksAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ＲＥＳＥＴ.me＠example.jp")]
    [InlineData("reſet.me@example.jp")]
    public async Task TR_09_LettersThatFoldMayMatch_MailGoesToTheStoredAddressOnly(string email)
    {
        await AskAsync(email: email);
        await LinksAsync();
        (await App.World.Mails.CountAsync(mail => mail.Channel == OutboxChannel.Mail && mail.Recipient != Email)).ShouldBe(0);
    }

    [Fact]
    public async Task RESET_3_TR_11_LinksNameTheConfiguredHostWhateverTheRequestSays()
    {
        var browser = App.CreateBrowser();
        var verify = await (await (await browser.GetAsync("/t/security/unlock")).Form("main form").Fill("Identifier", Id).SubmitAsync())
            .FollowAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/t/security/unlock/verify")
        {
            Content = new FormUrlEncodedContent(verify.Form("main form")
                .Fill("Email", Email).Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", "evil.example");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "http");
        request.Headers.TryAddWithoutValidation("Forwarded", "host=evil.example");
        (await browser.SendAsync(request)).ShouldRedirectTo("/t/security/unlock/sent");
        await LinksAsync();

        using var forged = new HttpRequestMessage(HttpMethod.Get, "/t/security/unlock");
        forged.Headers.Host = "evil.example";
        (await App.CreateBrowser().SendAsync(forged)).Body.ShouldNotContain("evil.example");

        var mail = (await App.MailsAsync(Email)).ShouldHaveSingleItem();
        mail.Text.ShouldContain("https://localhost/t/security/reset/");
        (mail.Text + mail.Html).ShouldNotContain("evil.example");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task RESET_1_AnEmptyFieldIsNamed(string nothing)
    {
        (await (await App.CreateBrowser().GetAsync("/t/security/unlock")).Form("main form").Fill("Identifier", nothing).SubmitAsync())
            .ShouldBeRefused().ShouldShow("ユーザーIDを入力してください");
        (await AskAsync(email: nothing)).ShouldBeRefused().ShouldShow("メールアドレスを入力してください");
        (await App.World.Recoveries.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task RESET_1_ADisabledAccountGetsNoMail()
    {
        await App.QueryAsync(Tenant,
            db => db.Users.Where(user => user.Id == UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DisabledAt, App.Time.GetUtcNow())));
        await AskAsync();
        await WorkAsync();
        (await App.MailsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task RESET_1_InRentalIdAndAddressAreOneStep()
    {
        await new Account("rental", "R900001") { Email = "one@rental.example.jp" }.AddToAsync(App);
        var page = await App.CreateBrowser().GetAsync("/t/rental/unlock");
        page.ShouldBeOk().Texts(".p-stepper__step").Count.ShouldBe(2);

        var sent = await page.Form("main form").Fill("Identifier", "R900001").Fill("Email", "one@rental.example.jp").SubmitAsync();
        sent.ShouldRedirectTo("/t/rental/unlock/sent");
        (await LinksAsync("one@rental.example.jp")).ShouldHaveSingleItem().ShouldStartWith("/t/rental/reset/");
    }

    [Fact]
    public async Task RESET_1_InOfficePhone_ForLinkedManagersAlone()
    {
        await new Account("officephone", "boss@office.example.jp") { Door = "email", Email = "boss@office.example.jp" }.AddToAsync(App);
        (await App.CreateBrowser().GetAsync("/t/officephone/login")).ShouldBeOk().Has("a[href*=unlock]").ShouldBeFalse();
        var page = await (await App.CreateBrowser().GetAsync("/t/officephone/login/email")).ClickAsync("パスワードを忘れた場合・はじめてログインする場合");

        await page.ShouldBeOk().Form("main form").Fill("Identifier", "boss@office.example.jp").SubmitAsync();
        (await LinksAsync("boss@office.example.jp")).ShouldHaveSingleItem();
        (await App.CreateBrowser().GetAsync("/t/officephone/unlock?door=user")).ShouldBeNotFound();
    }

    [Fact]
    public async Task RESET_1_TheStaffHaveItToo_ForThirtyMinutes()
    {
        await new Account("admin", "clerk@portal.example.jp")
        {
            Email = "clerk@portal.example.jp",
            Contract = null,
            Role = AccountRole.Agent
        }.AddToAsync(App);
        var page = await App.CreateBrowser().GetAsync("/admin/unlock");
        await page.ShouldBeOk().Form("main form").Fill("Identifier", "clerk@portal.example.jp").SubmitAsync();

        var link = (await LinksAsync("clerk@portal.example.jp")).ShouldHaveSingleItem();
        link.ShouldStartWith("/admin/reset/");
        (await OpenAsync(link)).ShouldBeOk();
        App.Time.Advance(TimeSpan.FromMinutes(31));
        ShouldBeDead(await OpenAsync(link));
    }

    [Fact]
    public async Task RESET_1_TheHelpPageLeadsThere_WhereThePortalHasIt()
    {
        (await App.CreateBrowser().GetAsync("/t/security/login/help")).ShouldBeOk().Has("a[href$='/unlock']").ShouldBeTrue();
        (await App.CreateBrowser().GetAsync("/t/officephone/login/help")).ShouldBeOk().Has("a[href$='/unlock?door=email']").ShouldBeTrue();
        (await App.CreateBrowser().GetAsync("/t/homephone/login/help")).ShouldBeOk().Has("a[href*='unlock']").ShouldBeFalse();
    }
}
