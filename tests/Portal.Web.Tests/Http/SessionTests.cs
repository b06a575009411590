using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Portal.TestKit;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Microsoft.Extensions.DependencyInjection;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Http;

public sealed class SessionTests : HttpTest
{
    private const string Cookie = "__Secure-portal";

    [Fact]
    public async Task SE_01_APlantedCookieIsReplacedAtSignIn_AndStaysTheAttackers()
    {
        var attacker = await SignedInAsync();
        var planted = attacker.Cookies[Cookie]!;
        await new Account("alpha", "victim01").AddToAsync(App);
        var victim = App.CreateBrowser();
        victim.Cookies.Plant(Cookie, planted, Alpha);
        await victim.GetAsync(Alpha + "/probe/open");
        var formCookie = victim.Cookies["__Secure-antiforgery"];

        victim.Cookies.Remove(Cookie);
        await victim.GetAsync(Alpha + "/login");
        (await victim.TrySignInAsync("alpha", "victim01")).ShouldBe(HttpStatusCode.SeeOther);

        victim.Cookies[Cookie].ShouldNotBe(planted);
        victim.Cookies["__Secure-antiforgery"].ShouldNotBe(formCookie);
        var owners = await App.World.Sessions.AskAsync(sessions =>
            sessions.Where(session => session.EndedAt == null).Select(session => session.UserId).Distinct());
        owners.Count.ShouldBe(2);
    }

    [Fact]
    public async Task SE_02_ACopiedCookieIsNothingAfterSignOut()
    {
        var browser = await SignedInAsync();
        var thief = App.CreateBrowser();
        thief.Cookies.Plant(Cookie, browser.Cookies[Cookie]!, Alpha);
        (await thief.GetAsync(Alpha + "/probe")).ShouldBeOk();

        await SignOutAsync(browser);

        (await thief.GetAsync(Alpha + "/probe")).ShouldRedirectTo(Alpha + "/login?returnUrl=%2Ft%2Falpha%2Fprobe");
    }

    [Theory]
    [InlineData("credentials changed", "&ended=credentials-changed")]
    [InlineData("disabled", "")]
    [InlineData("contract suspended", "")]
    public async Task SE_03_WhatEndsARight_EndsTheSessionAtTheNextRequestOnEveryNode(string act, string reason)
    {
        await using var second = App.SecondNode();
        var browser = await SignedInAsync();
        (await browser.At(second).GetAsync(Alpha + "/probe")).ShouldBeOk();

        await (act switch
        {
            "credentials changed" => App.World.Accounts.ChangeAllAsync(user => user.SecurityStamp, "other"),
            "disabled" => App.World.Accounts.ChangeAllAsync(user => user.DisabledAt, App.Time.GetUtcNow()),
            _ => App.World.Contracts.SuspendAllAsync(),
        });

        (await browser.At(second).GetAsync(Alpha + "/probe")).ShouldRedirectTo(Alpha + "/login?returnUrl=%2Ft%2Falpha%2Fprobe" + reason);
        (await browser.GetAsync(Alpha + "/probe")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task SE_03_ASuspendedTenant_IsNotThere()
    {
        var browser = await SignedInAsync();
        await App.World.Tenants.SuspendAsync("alpha");
        App.Services.GetRequiredService<TenantCatalog>().Invalidate();

        (await browser.GetAsync(Alpha + "/probe")).ShouldBeNotFound();
    }

    [Fact]
    public async Task SE_04_TheIdleTimeCountsFromTheLastUse()
    {
        var browser = await SignedInAsync();
        App.Time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        (await browser.GetAsync(Alpha + "/probe")).ShouldBeOk();
        App.Time.Advance(TimeSpan.FromMinutes(30) + TimeSpan.FromSeconds(1));

        var page = await browser.GetAsync(Alpha + "/probe");

        page.ShouldRedirectTo(Alpha + "/login?returnUrl=%2Ft%2Falpha%2Fprobe&ended=idle");
        (await page.FollowAsync()).ShouldBeOk();
    }

    [Theory]
    [InlineData(Alpha + "/probe/background")]
    [InlineData("/css/portal.css")]
    public async Task SE_04_WhatTheBrowserAsksByItself_DoesNotExtend(string path)
    {
        var browser = await SignedInAsync();
        App.Time.Advance(TimeSpan.FromMinutes(29));
        (await browser.GetAsync(path)).ShouldBeOk();
        App.Time.Advance(TimeSpan.FromMinutes(2));

        (await browser.GetAsync(Alpha + "/probe")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task SE_04_TheAbsoluteTimeEndsUnderActivity()
    {
        var browser = await SignedInAsync();
        for (var i = 0; i < 29; i++)
        {
            App.Time.Advance(TimeSpan.FromMinutes(20));
            (await browser.GetAsync(Alpha + "/probe")).ShouldBeOk();
        }

        App.Time.Advance(TimeSpan.FromMinutes(21));
        (await browser.GetAsync(Alpha + "/probe")).Location.ShouldEndWith("&ended=absolute");
    }

    [Fact]
    public async Task SE_05_ASessionRevokedWhileARequestIsInFlight_IsNotRevived()
    {
        var browser = await SignedInAsync();
        App.Time.Advance(TimeSpan.FromMinutes(1));
        await App.World.Sessions.EndAllAsync("ended-by-manager", new DateTimeOffset(2026, 5, 13, 1, 0, 30, TimeSpan.Zero));

        var page = await browser.GetAsync(Alpha + "/probe");

        page.Location.ShouldEndWith("&ended=ended-by-manager");
        page.SetCookies.ShouldNotContain(cookie => cookie.StartsWith(Cookie + "=C", StringComparison.Ordinal));
        (await App.World.Sessions.ReadAsync(session => session.LastSeenAt)).ShouldBe(FakeTime.Usual);
    }

    [Theory]
    [InlineData("credentials-changed", true)]
    [InlineData("completed", true)]
    [InlineData("ended-by-manager", false)]
    public async Task SE_05_ARequestInFlightWithTheOldId_TakesTheNewSessionAwayFromNobody(string reason, bool keeps)
    {
        var browser = await SignedInAsync();
        await App.World.Sessions.EndAllAsync(reason, FakeTime.Usual);

        var page = await browser.GetAsync(Alpha + "/probe");

        page.Status.ShouldBe(HttpStatusCode.Found);
        page.SetCookies.Any(cookie => cookie.StartsWith(Cookie + "=;", StringComparison.Ordinal)).ShouldBe(!keeps);
    }

    [Fact]
    public async Task HIST_1_OneMoreThanAllowed_EndsTheOldest_WhichIsTold()
    {
        var oldest = await SignedInAsync();
        for (var i = 0; i < 3; i++)
        {
            App.Time.Advance(TimeSpan.FromMinutes(1));
            await SignedInAsync();
        }

        (await oldest.GetAsync(Alpha + "/probe")).Location.ShouldEndWith("&ended=too-many");
    }

    [Fact]
    public async Task SE_09_CookiesThatAreNoneOfOurs_AreNobody()
    {
        var good = (await SignedInAsync()).Cookies[Cookie]!;
        foreach (var header in new[]
        {
            $"{Cookie}={good[..^3]}abc", $"{Cookie}={good[..20]}", $"{Cookie}={new string('A', 8000)}", $"{Cookie}=", $"{Cookie}=%00%ff",
                $"{Cookie}={good}; {Cookie}={good}", $"{Cookie}", "=;;=;",
        })
        {
            var request = new HttpRequestMessage(HttpMethod.Get, Alpha + "/probe");
            request.Headers.TryAddWithoutValidation("Cookie", header);
            (await App.CreateBrowser().SendAsync(request)).Status.ShouldBe(HttpStatusCode.Found, header[..Math.Min(60, header.Length)]);
        }
    }

    [Fact]
    public async Task SE_10_AZ_11_ACookieOfAnotherTenant_IsNobody_AndRecordedOnce()
    {
        var browser = await SignedInAsync();
        browser.Cookies.Plant(Cookie, browser.Cookies[Cookie]!, Beta);

        (await browser.GetAsync(Beta + "/probe")).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.GetAsync(Beta + "/probe")).Status.ShouldBe(HttpStatusCode.Found);

        (await EventsAsync("cross-tenant-cookie")).ShouldBe(1);
        (await browser.GetAsync(Alpha + "/probe")).ShouldBeOk();
    }

    [Fact]
    public async Task AZ_11_OnlyTheRouteSaysWhichTenantItIs()
    {
        var browser = await SignedInAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, Beta + "/probe?tenant=alpha&slug=alpha");
        request.Headers.Add("X-Tenant", "alpha");

        (await browser.SendAsync(request)).Location.ShouldStartWith(Beta + "/login");
    }

    [Fact]
    public async Task SE_11_ANodeAcceptsWhatAnotherGaveOut_UntilTheKeysAreRevoked()
    {
        await using var second = App.SecondNode();
        var browser = await SignedInAsync();
        (await browser.At(second).GetAsync(Alpha + "/probe")).ShouldBeOk();

        App.Services.GetRequiredService<IKeyManager>()
            .RevokeAllKeys(TimeProvider.System.GetUtcNow().AddMinutes(1), "test");
        await using var third = App.SecondNode();

        (await browser.At(third).GetAsync(Alpha + "/probe")).Status.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task SE_12_NothingIsKeptAfterSignOut()
    {
        var browser = await SignedInAsync();
        (await browser.GetAsync(Alpha + "/probe")).ShouldHaveHeader("Cache-Control", "no-store");

        (await SignOutAsync(browser)).ShouldHaveHeader("Clear-Site-Data", "\"cache\"");
    }

    [Fact]
    public async Task SE_14_AFormOfAnotherUser_ChangesNothingAndSaysWhoIsSignedIn()
    {
        await new Account("alpha", "other001").AddToAsync(App);
        var browser = await SignedInAsync();
        var form = (await browser.GetAsync(Alpha + "/probe")).Form().Fill("Name", "mixed up");
        await SignOutAsync(browser);
        await browser.SignInAsync("alpha", "other001");

        (await form.SubmitAsync()).ShouldBe(HttpStatusCode.BadRequest).ShouldShow("other001");

        (await HoldersAsync("mixed up")).ShouldBe(0);
        (await EventsAsync("request-forged")).ShouldBe(1);
    }

    [Fact]
    public async Task SE_15_TheSessionsIdIsInNoAddressAndOnlyItsHashInTheDatabase()
    {
        var browser = await SignedInAsync();
        var value = browser.Cookies[Cookie]!;
        (await App.World.Sessions.ReadAsync(session => session.SidHash))!.Length.ShouldBe(32);
        (await browser.GetAsync(Alpha + "/probe")).ShouldNotShow(value);
    }

    [Theory]
    [InlineData(false, "Cookieが必要です")]
    [InlineData(true, "有効期限が切れました")]
    [Trait("Review", "F26")]
    public async Task SE_16_SigningInWithoutTheFormsToken_EvaluatesNothing_AndGivesAnEmptyFormThatWorks(bool hasCookie, string sentence)
    {
        var browser = App.CreateBrowser();
        if (hasCookie)
        {
            await browser.GetAsync(Alpha + "/login");
        }

        var answer = await browser.PostAsync(Alpha + "/login?returnUrl=%2Ft%2Falpha%2Fprobe",
            [new("Identifier", Id), new("Password", Account.UsualPassword)]);

        answer.ShouldBeRefused().ShouldShow(sentence).ShouldNotShow(Id);
        answer.Title.ShouldContain("アルファ", Case.Insensitive);
        answer.Find("input[name=Identifier]").GetAttribute("value").ShouldBeNullOrEmpty();
        (await App.World.Sessions.CountAsync()).ShouldBe(0);
        (await EventsAsync("request-forged")).ShouldBe(1);
        (await EventsAsync("sign-in-failed")).ShouldBe(0);
        var again = await answer.Form("main form").Fill("Identifier", Id).Fill("Password", Account.UsualPassword).SubmitAsync();
        again.ShouldRedirectTo(Alpha + "/probe");
    }

    [Fact]
    [Trait("Review", "F26")]
    public async Task SE_14_SE_16_WhoIsSignedInMeanwhile_IsToldSo_AndStaysWhoItIs()
    {
        var browser = await SignedInAsync();
        await new Account("alpha", "other001").AddToAsync(App);

        var answer = await browser.PostAsync(Alpha + "/login", [new("Identifier", "other001"), new("Password", Account.UsualPassword)]);

        answer.ShouldBe(HttpStatusCode.BadRequest).ShouldShow(Id);
        (await browser.GetAsync(Alpha + "/probe")).ShouldBeOk();
    }

    [Fact]
    public async Task SE_08_EveryCookieIsAsTheHouseSays()
    {
        var browser = App.CreateBrowser();
        var pages = new[] { await browser.GetAsync("/probe/outside"), await browser.GetAsync("/privacy"),
            await browser.TrySignInAsync("alpha", Id), await browser.GetAsync(Alpha + "/probe") };

        var cookies = pages.SelectMany(page => page.SetCookies).ToList();
        cookies.ShouldNotBeEmpty();
        foreach (var cookie in cookies)
        {
            var isHost = cookie.StartsWith("__Host-", StringComparison.Ordinal);
            (isHost || cookie.StartsWith("__Secure-", StringComparison.Ordinal)).ShouldBeTrue(cookie);
            cookie.ShouldContain(isHost ? "path=/;" : "path=/t/alpha;");
            cookie.ShouldContain("; secure");
            cookie.ShouldContain("; httponly");
            cookie.ShouldContain(cookie.Contains("antiforgery", StringComparison.Ordinal) ? "samesite=strict" : "samesite=lax");
            cookie.ShouldNotContain("domain=");
        }

        browser.Cookies.All.Sum(cookie => cookie.Name.Length + cookie.Value.Length + 3).ShouldBeLessThan(4096);
    }

    [Theory]
    [InlineData("/privacy")]
    [InlineData(Alpha + "/login")]
    public async Task SE_08_OverHttp_NoCookieIsSet(string path)
    {
        using var client = App.CreateDefaultClient(new Uri("http://localhost"));
        using var answer = await client.PostAsync(path, null);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    private static async Task<PortalPage> SignOutAsync(PortalBrowser browser)
    {
        var token = (await browser.GetAsync(Alpha + "/probe")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
        return (await browser.PostAsync(Alpha + "/logout", [new("__RequestVerificationToken", token)])).ShouldBe(HttpStatusCode.SeeOther);
    }
}
