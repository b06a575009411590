using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tests.Http;

namespace Portal.Web.Tests.Features.Reauthentication;

public sealed class ConfirmingWhoOneIs : HttpTest
{
    private const string Sensitive = Alpha + "/probe/fresh";
    private const string Proof = Alpha + "/reauth?next=%2Ft%2Falpha%2Fprobe%2Ffresh";

    [Fact]
    public async Task MFA_6_ASensitivePageAsksAgainAfterTenMinutes_AndThenOpens()
    {
        var browser = await SignedInAsync();
        (await browser.GetAsync(Sensitive)).ShouldBeOk();
        App.Time.Advance(TimeSpan.FromMinutes(10));

        (await browser.GetAsync(Sensitive)).ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe(Proof);
        var answer = await ProveAsync(browser, Account.UsualPassword);

        answer.ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe(Sensitive);
        (await browser.GetAsync(Sensitive)).ShouldBeOk();
        (await EventsAsync("reauthenticated")).ShouldBe(1);
        App.Time.Advance(TimeSpan.FromMinutes(10));
        (await browser.GetAsync(Sensitive)).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task LOGIN_6_SE_01_TheSessionGoesOnUnderANewId_AndTheOldOneIsDead()
    {
        var browser = await SignedInAsync();
        var thief = App.CreateBrowser();
        thief.Cookies.Plant("__Secure-portal", browser.Cookies["__Secure-portal"]!, Alpha);
        (await thief.GetAsync(Sensitive)).ShouldBeOk();

        await ProveAsync(browser, Account.UsualPassword);

        browser.Cookies["__Secure-portal"].ShouldNotBe(thief.Cookies["__Secure-portal"]);
        (await browser.GetAsync(Sensitive)).ShouldBeOk();
        (await thief.GetAsync(Sensitive)).Location!.ShouldStartWith(Alpha + "/login");
    }

    [Fact]
    public async Task SAFE_3_WhatWasTypedOutlivesTheProof()
    {
        var browser = await SignedInAsync();
        var form = (await browser.GetAsync(Sensitive)).Form().Fill("Name", "half typed").Fill("Password", "s3cret-typed");
        App.Time.Advance(TimeSpan.FromMinutes(11));
        var request = new HttpRequestMessage(HttpMethod.Post,
            Sensitive)
        { Content = new FormUrlEncodedContent(form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))) };
        request.Headers.Referrer = new Uri(PortalApp.BaseAddress, Sensitive);

        (await browser.SendAsync(request)).ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe(Proof);
        var back = await (await ProveAsync(browser, Account.UsualPassword)).FollowAsync();

        back.Find("input[name=Name]").GetAttribute("value").ShouldBe("half typed");
        back.ShouldNotShow("s3cret-typed");
        (await HoldersAsync("half typed")).ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task WB_01_LOGIN_6_TheFormOfAnotherTab_OutlivesTheProof(int proofs)
    {
        var browser = await SignedInAsync();
        var form = (await browser.GetAsync(Alpha + "/probe")).Form().Fill("Name", "other tab");
        for (var i = 0; i < proofs; i++)
        {
            (await ProveAsync(browser, Account.UsualPassword)).ShouldBe(HttpStatusCode.SeeOther);
        }

        (await form.SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);

        (await HoldersAsync("other tab")).ShouldBe(1);
        (await EventsAsync("request-forged")).ShouldBe(0);
    }

    [Fact]
    public async Task WB_01_TR_04_AFormOfBeforeAPasswordIsChanged_IsNone()
    {
        var browser = await SignedInAsync();
        var form = (await browser.GetAsync(Alpha + "/probe")).Form().Fill("Name", "other tab");
        var check = await (await browser.GetAsync(Alpha + "/account/password")).Form().Fill("Current", Account.UsualPassword)
            .Fill("New", "Another-Secret-2468").Fill("Again", "Another-Secret-2468").SubmitAsync();
        (await check.Form("main form").SubmitAsync("変更")).ShouldBe(HttpStatusCode.SeeOther);

        (await form.SubmitAsync()).ShouldBe(HttpStatusCode.BadRequest);

        (await HoldersAsync("other tab")).ShouldBe(0);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/t/beta/home")]
    [InlineData("/t/alpha/../beta/home")]
    [InlineData("javascript:alert(1)")]
    public async Task WB_08_AForeignNextLeadsHome(string next)
    {
        var browser = await SignedInAsync();
        var page = await browser.GetAsync(Alpha + "/reauth?next=" + Uri.EscapeDataString(next));
        (await page.Form().Fill("Password", Account.UsualPassword).SubmitAsync())
            .ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe(Alpha + "/");
    }

    [Theory]
    [InlineData("", "パスワードを入力してください")]
    [InlineData("Wrong1357-Tiger", "パスワードが正しくありません")]
    public async Task MFA_6_WithoutTheRightPasswordNothingOpens(string typed, string error)
    {
        var browser = await SignedInAsync();
        App.Time.Advance(TimeSpan.FromMinutes(11));

        var page = await ProveAsync(browser, typed);

        page.ShouldBeRefused().ShouldShow(error);
        page.Find("input[type=password]").HasAttribute("value").ShouldBeFalse();
        (await browser.GetAsync(Sensitive)).ShouldBe(HttpStatusCode.SeeOther);
        (await EventsAsync("reauthentication-failed")).ShouldBe(typed.Length == 0 ? 0 : 1);
        (await EventsAsync("reauthenticated")).ShouldBe(0);
    }

    [Fact]
    public async Task CG_23_WrongPasswordsCountLikeFailedSignInsAndLock_AndTheSessionStays()
    {
        var browser = await SignedInAsync();
        var limit = (await App.InTenantAsync("alpha",
            services => Task.FromResult(((CurrentTenant)services.GetService(typeof(CurrentTenant))!).Value.Lockout.Limit)));
        for (var i = 0; i < limit; i++)
        {
            (await ProveAsync(browser, "Wrong1357-Tiger")).ShouldBeRefused();
        }

        (await ProveAsync(browser, Account.UsualPassword)).ShouldBeRefused().ShouldShow("パスワードが正しくありません");
        (await EventsAsync("locked")).ShouldBe(1);
        (await browser.GetAsync(Alpha + "/probe")).ShouldBeOk();
        (await EventsAsync("reauthenticated")).ShouldBe(0);
    }

    [Fact]
    public async Task CG_23_TheRightPasswordEndsTheCount()
    {
        var browser = await SignedInAsync();
        await ProveAsync(browser, "Wrong1357-Tiger");
        await ProveAsync(browser, Account.UsualPassword);
        (await App.World.Locks.FailuresAsync(UserId)).ShouldBe(0);
    }

    [Theory]
    [InlineData(SessionState.ChangeOnly)]
    [InlineData(SessionState.EnrolOnly)]
    public async Task LOGIN_4_AHalfOpenSessionCannotRiseHere(SessionState state)
    {
        var browser = await SignedInAsync();
        var page = await browser.GetAsync(Alpha + "/reauth");
        await App.QueryAsync("alpha",
            db => db.Sessions.Where(row => row.UserId == UserId).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state)));

        var answer = await page.Form().Fill("Password", Account.UsualPassword).SubmitAsync();

        ((int)answer.Status).ShouldBeOneOf(303, 403);
        (await EventsAsync("reauthenticated")).ShouldBe(0);
        (await App.QueryAsync("alpha", db => db.Sessions.CountAsync(row => row.UserId == UserId && row.State == SessionState.Full)))
            .ShouldBe(0);
    }

    [Fact]
    public async Task SE_03_ASessionThatEndedMeanwhileIsNotRevived()
    {
        var browser = await SignedInAsync();
        var page = await browser.GetAsync(Alpha + "/reauth");
        await App.QueryAsync("alpha",
            db => db.Sessions.Where(row => row.UserId == UserId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, App.Time.GetUtcNow())));
        (await page.Form().Fill("Password", Account.UsualPassword).SubmitAsync())
            .ShouldBe(HttpStatusCode.SeeOther).Location!.ShouldStartWith(Alpha + "/login");
        (await App.QueryAsync("alpha", db => db.Sessions.CountAsync(row => row.EndedAt == null))).ShouldBe(0);
    }

    [Fact]
    public async Task MFA_6_NobodyProvesAnythingWithoutASession() =>
        (await App.CreateBrowser().GetAsync(Alpha + "/reauth")).Location!.ShouldStartWith(Alpha + "/login");

    [Fact]
    public async Task MFA_6_TheStaffConfirmLikewise()
    {
        await App.ChangeProfileAsync("admin", profile => profile with { SecondFactor = new SecondFactorProfile() });
        await new Account("admin", "agent@portal.test")
        {
            Role = AccountRole.Agent,
            Contract = null,
            Email = "agent@portal.test"
        }.AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync("admin", "agent@portal.test");
        App.Time.Advance(TimeSpan.FromMinutes(11));

        (await browser.GetAsync("/admin/probe/fresh"))
            .ShouldBe(HttpStatusCode.SeeOther).Location.ShouldBe("/admin/reauth?next=%2Fadmin%2Fprobe%2Ffresh");
        var page = await browser.GetAsync("/admin/reauth?next=%2Fadmin%2Fprobe%2Ffresh");
        (await page.ShouldBeOk().Form().Fill("Password", Account.UsualPassword).SubmitAsync()).Location.ShouldBe("/admin/probe/fresh");
        (await browser.GetAsync("/admin/probe/fresh")).ShouldBeOk();
    }

    private static async Task<PortalPage> ProveAsync(PortalBrowser browser, string password) =>
        await (await browser.GetAsync(Proof)).ShouldBeOk().Form().Fill("Password", password).SubmitAsync();
}
