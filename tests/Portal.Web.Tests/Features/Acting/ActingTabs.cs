using System.Net;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tests.Features.LinkedAdministrators;

namespace Portal.Web.Tests.Features.Acting;

/// <summary>Whom one acts for stands in the address, and in nothing else (LINK-7).</summary>
public sealed class ActingTabs : LinkedTest
{
    [Fact]
    public async Task LINK_7_TwoTabsOfTwoIds_NeverMix()
    {
        var manager = await ManagerAsync();
        var one = PlaceOf(await OpenAsync(manager, FirstId));
        var two = PlaceOf(await OpenAsync(manager, SecondId));
        one.ShouldNotBe(two);

        var first = (await manager.GetAsync(one + "/operators")).ShouldBeOk();
        var second = (await manager.GetAsync(two + "/operators")).ShouldBeOk();
        var own = (await manager.GetAsync(Ids)).ShouldBeOk();

        first.ShouldShow(FirstUserId).ShouldNotShow(SecondUserId).Find(".p-acting").TextContent.ShouldContain(FirstId);
        second.ShouldShow(SecondUserId).ShouldNotShow(FirstUserId).Find(".p-acting").TextContent.ShouldContain(SecondId);
        own.Has(".p-acting").ShouldBeFalse();

        // Forms that lie open in both tabs are each sent for their own.
        await App.World.Locks.LockAsync(FirstUser);
        await App.World.Locks.LockAsync(SecondUser);
        var releaseFirst = (await manager.GetAsync($"{one}/operators/{FirstUser}/lockout-release")).Form();
        var releaseSecond = (await manager.GetAsync($"{two}/operators/{SecondUser}/lockout-release")).Form();
        (await releaseFirst.SubmitAsync()).Location.ShouldNotBeNull().ShouldStartWith(one);
        (await releaseSecond.SubmitAsync()).Location.ShouldNotBeNull().ShouldStartWith(two);
        (await App.World.Audit.ReadAsync("released", FirstUser, happened => happened.ActingAsId)).ShouldBe(First);
        (await App.World.Audit.ReadAsync("released", SecondUser, happened => happened.ActingAsId)).ShouldBe(Second);
    }

    [Fact]
    public async Task LINK_7_AFormOfOneTab_ChangesNothingInAnother()
    {
        var manager = await ManagerAsync();
        var one = PlaceOf(await OpenAsync(manager, FirstId));
        var two = PlaceOf(await OpenAsync(manager, SecondId));
        await App.World.Locks.LockAsync(SecondUser);
        var form = (await manager.GetAsync($"{one}/operators")).Form("form[action$='/logout']");

        var answer = await manager.PostAsync($"{two}/operators/{SecondUser}/lockout-release",
            form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

        answer.ShouldBe(HttpStatusCode.BadRequest);
        (await App.World.Locks.IsLockedAsync(SecondUser)).ShouldBeTrue();
    }

    [Fact]
    public async Task LINK_7_TheHandleOfAnotherSession_IsNotThere()
    {
        var place = PlaceOf(await OpenAsync(await ManagerAsync(), FirstId));
        var elsewhere = await ManagerAsync();
        await AddManagerAsync("other@example.com");

        (await elsewhere.GetAsync(place + "/home")).ShouldBeNotFound();
        (await EventsAsync("foreign-id-requested")).ShouldBe(0, "it was its own, in another session");
        (await (await ManagerAsync("other@example.com")).GetAsync(place + "/home")).ShouldBeNotFound();
        (await (await AdministratorAsync()).GetAsync(place + "/home")).ShouldBeNotFound().Has(".p-acting").ShouldBeFalse();
        (await EventsAsync("foreign-id-requested")).ShouldBe(2);
    }

    [Fact]
    public async Task LINK_7_ASentFormWithTheHandleOfAnother_ChangesNothing_AndIsRecorded()
    {
        var place = PlaceOf(await OpenAsync(await ManagerAsync(), FirstId));
        await AddManagerAsync("other@example.com");
        var other = await ManagerAsync("other@example.com");
        await App.World.Locks.LockAsync(FirstUser);
        var form = (await other.GetAsync(Ids)).ShouldBeOk().Form("form[action$='/logout']");

        (await other.PostAsync($"{place}/operators/{FirstUser}/lockout-release",
            form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))).ShouldBeNotFound();

        (await App.World.Locks.IsLockedAsync(FirstUser)).ShouldBeTrue();
        (await App.World.Audit.ReadAsync("foreign-id-requested", happened => happened.SubjectName)).ShouldBe(place.Split('/')[^1]);
    }

    [Theory]
    [InlineData("/as/000000000000/home")]
    [InlineData("/as/000000000000/operators")]
    [InlineData("/as/000000000000/")]
    [InlineData("/as/000000000000")]
    [InlineData("/as/000000000000/as/000000000000/home")]
    public async Task LINK_7_AnUnknownHandle_ReadsLikeAnUnknownPage(string path)
    {
        var manager = await ManagerAsync();
        var unknown = (await manager.GetAsync(Base + "/no-such-page")).ShouldBeNotFound();

        var page = (await manager.GetAsync(Base + path)).ShouldBeNotFound();

        page.Texts("h1").ShouldBe(unknown.Texts("h1"));
        page.Document.QuerySelectorAll("header a[href*='/as/'], main a[href*='/as/'], footer a[href*='/as/']").ShouldBeEmpty();
        page.SetCookies.ShouldAllBe(cookie => !cookie.Contains("/as/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LINK_7_WithoutASession_ItLeadsToSignIn_AndNotBackThere()
    {
        var place = PlaceOf(await OpenAsync(await ManagerAsync(), FirstId));

        (await App.CreateBrowser().GetAsync(place + "/operators")).ShouldRedirectTo(Base + "/login");
        (await App.CreateBrowser().GetAsync(place + "/login")).ShouldRedirectTo(Base + "/login");
    }

    [Fact]
    public async Task LINK_7_TheEndOfTheSession_EndsThemAll()
    {
        var manager = await ManagerAsync();
        var one = await OpenAsync(manager, FirstId);
        var two = PlaceOf(await OpenAsync(manager, SecondId));

        (await one.Form("form[action$='/logout']").SubmitAsync()).ShouldRedirectTo(Base + "/signed-out?door=email");

        (await manager.GetAsync(PlaceOf(one) + "/home")).ShouldRedirectTo(Base + "/login");
        (await manager.GetAsync(two + "/home")).ShouldRedirectTo(Base + "/login");
        (await App.World.Audit.CountAsync("signed-out", Manager)).ShouldBe(1);
        (await App.World.Audit.CountAsync("signed-out", First)).ShouldBe(0);
    }

    [Fact]
    public async Task LINK_7_CookiesStayWithThePortal()
    {
        var manager = await ManagerAsync();
        var home = await OpenAsync(manager, FirstId);
        var english = await home.Form("form[action$='/culture']").Forge("culture", "en").SubmitAsync();

        english.Location.ShouldNotBeNull().ShouldStartWith(PlaceOf(home));
        foreach (var cookie in english.SetCookies.Concat(home.SetCookies))
        {
            cookie.ShouldNotContain("/as/");
        }

        // What the reader chooses is the reader's.
        (await App.World.Accounts.GetAsync(Manager)).Language.ShouldBe("en");
        (await App.World.Accounts.GetAsync(First)).Language.ShouldBeNull();
    }

    [Fact]
    public async Task LINK_7_ItGoesOn_WhenTheManagerProvesItselfInAnotherTab()
    {
        var manager = await ManagerAsync();
        var place = PlaceOf(await OpenAsync(manager, FirstId));
        App.Time.Advance(TimeSpan.FromMinutes(11));

        var proof = await (await manager.GetAsync(Base + "/account/email")).FollowAsync();
        (await proof.Form().Fill("Password", Account.UsualPassword).SubmitAsync()).ShouldRedirectTo(Base + "/account/email");

        (await manager.GetAsync(place + "/home")).ShouldBeOk().Has(".p-acting").ShouldBeTrue();
    }

    [Theory]
    [InlineData("/account/password")]
    [InlineData("/account/security")]
    [InlineData("/account/mfa")]
    [InlineData("/account/passkeys")]
    [InlineData("/account/sessions")]
    [InlineData("/account/email")]
    [InlineData("/account/data")]
    [InlineData("/account/preferences")]
    [InlineData("/account/recovery-codes")]
    [InlineData("/account/exports")]
    [InlineData("/account/linked-managers")]
    [InlineData("/password/required")]
    [InlineData("/reauth")]
    [InlineData("/login")]
    [InlineData("/unlock")]
    [InlineData("/register")]
    public async Task SE_13_WhatProvesWhoOneIs_IsClosedInSomebodyElsesPlace(string path)
    {
        var manager = await ManagerAsync();
        var place = PlaceOf(await OpenAsync(manager, FirstId));

        var page = (await manager.GetAsync(place + path)).ShouldBeForbidden().ShouldShow("代理では利用できない画面です");

        page.Find(".p-acting").TextContent.ShouldContain(FirstId);
        (await App.World.Accounts.PasswordHashAsync(First)).ShouldNotBeNull();
    }

    [Fact]
    public async Task SE_13_ADisabledManager_WorksForNobody()
    {
        var manager = await ManagerAsync();
        var place = PlaceOf(await OpenAsync(manager, FirstId));
        await App.World.Accounts.DisableAsync(Manager);

        (await manager.GetAsync(place + "/home")).ShouldRedirectTo(Base + "/login/email");
    }

    [Fact]
    public async Task LINK_7_ADisabledAdministratorId_IsOverAtOnce()
    {
        var manager = await ManagerAsync();
        var place = PlaceOf(await OpenAsync(manager, FirstId));
        await App.World.Accounts.DisableAsync(First);

        (await manager.GetAsync(place + "/home")).ShouldBeNotFound();
        (await manager.GetAsync(Ids)).ShouldBeOk().ShouldShow("利用できません");
    }

    [Fact]
    public async Task LINK_7_OtherTenants_HaveNoSuchAddress()
    {
        await new Account("control", "N0900001").AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync("control", "N0900001");

        (await browser.GetAsync("/t/control/as/000000000000/home")).ShouldBeNotFound();
    }
}
