using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Http;

public sealed class WebBoundaryTests : HttpTest
{
    [Fact]
    public async Task WB_01_WithoutAToken_WithOneOfAnotherSession_OrWithTheCookieAlone_NothingHappens()
    {
        var browser = await SignedInAsync();
        await browser.GetAsync(Alpha + "/probe");
        var other = (await (await SignedInAsync()).GetAsync(Alpha + "/probe")).Find("input[name=__RequestVerificationToken]")
            .GetAttribute("value")!;

        (await browser.PostAsync(Alpha + "/probe", [new("Name", "forged")])).ShouldBe(HttpStatusCode.BadRequest);
        (await browser.PostAsync(Alpha + "/probe", [new("Name", "forged"), new("__RequestVerificationToken", other)]))
            .ShouldBe(HttpStatusCode.BadRequest);

        (await HoldersAsync("forged")).ShouldBe(0);
        (await EventsAsync("request-forged")).ShouldBe(2);
    }

    [Fact]
    public async Task WB_02_AFormFromAnotherSite_IsRefusedEvenWithItsToken()
    {
        var browser = await SignedInAsync();
        var form = (await browser.GetAsync(Alpha + "/probe")).Form().Fill("Name", "cross");
        (await SendAsync("cross-site")).ShouldBeForbidden();
        (await HoldersAsync("cross")).ShouldBe(0);
        (await SendAsync("same-origin")).ShouldBe(HttpStatusCode.SeeOther);

        Task<PortalPage> SendAsync(string site)
        {
            var request = new HttpRequestMessage(HttpMethod.Post,
                Alpha + "/probe")
            {
                Content = new FormUrlEncodedContent(form.Fields.Select(field => KeyValuePair.Create(field.Name,
                    field.Value)))
            };
            request.Headers.Add("Sec-Fetch-Site", site);
            return browser.SendAsync(request);
        }
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("NONSENSE")]
    public async Task WB_04_OtherVerbs_DoNotExist(string verb)
    {
        var browser = await SignedInAsync();
        (await browser.SendAsync(new HttpRequestMessage(new HttpMethod(verb), Alpha + "/probe"))).ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task WB_04_NoHeaderOrFieldTurnsAGetIntoAnother()
    {
        var browser = await SignedInAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, Alpha + "/probe/answer/200?_method=POST");
        request.Headers.Add("X-HTTP-Method-Override", "POST");

        ((int)(await browser.SendAsync(request)).Status).ShouldBeOneOf(404, 405);
        (await HoldersAsync("answer")).ShouldBe(0);
    }

    [Fact]
    public async Task WB_03_HeadIsGetWithoutABody()
    {
        var browser = await SignedInAsync();
        var page = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, Alpha + "/probe"));

        page.ShouldBeOk();
        page.Content.ShouldBeEmpty();
        (await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, Alpha + "/nowhere"))).ShouldBeNotFound();
    }

    [Theory]
    [InlineData("GET", "/privacy")]
    [InlineData("GET", "/css/portal.css")]
    [InlineData("GET", "/nowhere")]
    [InlineData("GET", "/healthz/live")]
    [InlineData("GET", "/t/nobody/login")]
    [InlineData("GET", Alpha + "/login")]
    [InlineData("GET", Alpha + "/probe")]
    [InlineData("GET", Alpha + "/probe/file")]
    [InlineData("GET", Alpha + "/probe/broken")]
    [InlineData("POST", Alpha + "/probe")]
    [InlineData("DELETE", Alpha + "/probe")]
    public async Task WB_05_WB_12_WB_13_EveryAnswerCarriesItsHeaders(string method, string path)
    {
        var browser = await SignedInAsync();
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Origin", "null");

        var page = await browser.SendAsync(request);

        page.ShouldHaveHeader("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'")
            .ShouldHaveHeader("X-Content-Type-Options", "nosniff").ShouldHaveHeader("X-Frame-Options", "DENY")
            .ShouldHaveHeader("Referrer-Policy", "same-origin")
            .ShouldHaveHeader("Cross-Origin-Opener-Policy", "same-origin").ShouldHaveHeader("Cross-Origin-Resource-Policy", "same-origin")
            .ShouldHaveHeader("Strict-Transport-Security", "max-age=63072000; includeSubDomains; preload");
        page.Headers.Keys.ShouldContain("Permissions-Policy");
        page.Headers.Keys.ShouldNotContain("Server");
        page.Headers.Keys.ShouldNotContain("Access-Control-Allow-Origin");
        page.Headers["Cache-Control"].ShouldBe(path.StartsWith("/css", StringComparison.Ordinal) ? "no-cache" : "no-store");
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example/t/alpha/probe")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/t/alpha/\r\nSet-Cookie: a=b")]
    [InlineData("/t/beta/probe")]
    [InlineData("/t/alphabet/probe")]
    [InlineData("/t/alpha/../beta/probe")]
    [InlineData("/t/alpha/%2e%2e/beta/probe")]
    [InlineData("/t/alpha\\..\\beta")]
    [InlineData("probe")]
    [InlineData("")]
    public async Task WB_08_AnAddressToReturnTo_IsInsideThePortalOrHome(string url) =>
        (await App.CreateBrowser().TrySignInAsync("alpha", Id, query: "?returnUrl=" + Uri.EscapeDataString(url)))
            .ShouldRedirectTo(Alpha + "/");

    [Fact]
    public async Task WB_08_AnAddressWithoutEnd_IsHome() =>
        (await App.CreateBrowser().TrySignInAsync("alpha", Id, query: "?returnUrl=/t/alpha/" + new string('a', 3000)))
            .ShouldRedirectTo(Alpha + "/");

    [Fact]
    public async Task WB_08_AnAddressInsideThePortal_IsFollowed() =>
        (await App.CreateBrowser().TrySignInAsync("alpha", Id, query: "?returnUrl=" + Uri.EscapeDataString("/t/alpha/probe?a=b")))
            .ShouldRedirectTo(Alpha + "/probe?a=b");

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("10.0.0.1")]
    public async Task WB_09_AnotherHost_IsABadRequest_AndStandsNowhereInTheAnswer(string host)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Alpha + "/login");
        request.Headers.Host = host;

        (await App.CreateBrowser().SendAsync(request)).ShouldBe(HttpStatusCode.BadRequest).ShouldNotShow(host);
    }

    [Fact]
    public async Task WB_09_AForwardedHost_IsIgnored()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Alpha + "/probe");
        request.Headers.Add("X-Forwarded-Host", "evil.example");
        request.Headers.Add("X-Forwarded-Proto", "http");

        var page = await App.CreateBrowser().SendAsync(request);

        page.ShouldRedirectTo(Alpha + "/login?returnUrl=%2Ft%2Falpha%2Fprobe");
        page.ShouldHaveHeader("Location", Alpha + "/login?returnUrl=%2Ft%2Falpha%2Fprobe");
    }

    /// <summary>What guards the request refuses it once; the page that says so is not refused again.</summary>
    [Fact]
    [Trait("Review", "S8")]
    public async Task WB_13_WhatIsRefusedBeforeAnyAction_IsExplainedByAPageOfThePortal()
    {
        var browser = App.CreateBrowser();
        await RefuseAsync(HttpStatusCode.MethodNotAllowed, "この操作はできません", new HttpRequestMessage(HttpMethod.Put, Alpha + "/login"));
        var crossSite = new HttpRequestMessage(HttpMethod.Post, Alpha + "/login") { Content = new FormUrlEncodedContent([]) };
        crossSite.Headers.Add("Sec-Fetch-Site", "cross-site");
        await RefuseAsync(HttpStatusCode.Forbidden, "このページを表示する権限がありません", crossSite);
        await RefuseAsync(HttpStatusCode.RequestEntityTooLarge, "送信した内容が大きすぎます",
            new HttpRequestMessage(HttpMethod.Post, Alpha + "/login") { Content = new ByteArrayContent(new byte[1_100_000]) });
        var foreign = new HttpRequestMessage(HttpMethod.Get, Alpha + "/login");
        foreign.Headers.Host = "evil.example";
        await RefuseAsync(HttpStatusCode.BadRequest, "画面の有効期限が切れました", foreign);

        async Task RefuseAsync(HttpStatusCode status, string heading, HttpRequestMessage request)
        {
            var page = (await browser.SendAsync(request)).ShouldBe(status);
            page.Find("h1").TextContent.ShouldBe(heading);
            page.Headers.Keys.ShouldNotContain("Location");
        }
    }

    [Fact]
    public async Task WB_13_AFailure_TellsItsNumberAndNothingElse()
    {
        var page = await App.CreateBrowser().GetAsync(Alpha + "/probe/broken");

        page.ShouldBe(HttpStatusCode.InternalServerError).ShouldShow("サービスに問題が発生しています").ShouldNotShow("secret-of-the-exception")
            .ShouldNotShow("at Portal.");
        page.Find("code").TextContent.Length.ShouldBe(32);
    }

    [Theory]
    [InlineData("/probe/x.css")]
    [InlineData("/probe/settings.js")]
    [InlineData("/probe/picture.PNG")]
    [InlineData("/probe.css")]
    [InlineData("/probe/x;.css")]
    public async Task WB_14_APageUnderTheNameOfAFile_IsNotFound(string path)
    {
        var browser = await SignedInAsync();
        (await browser.GetAsync(Alpha + path)).ShouldBeNotFound();
        (await browser.GetAsync(Alpha + "/probe/plain")).ShouldBeOk();
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/swagger")]
    public async Task WB_15_NothingTellsOfItsInside(string path) => (await App.CreateBrowser().GetAsync(path)).ShouldBeNotFound();

    [Fact]
    public async Task WB_15_HealthAnswersInOneWord()
    {
        (await App.CreateBrowser().GetAsync("/healthz/live")).ShouldBeOk().Body.ShouldBe("Healthy");
        (await App.CreateBrowser().GetAsync("/healthz/ready")).ShouldBeOk().Body.ShouldBe("Healthy");
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/")]
    [InlineData("/probe")]
    public async Task EN_10_AnUnknownAndASuspendedPortal_AnswerAlike(string path)
    {
        await App.World.Tenants.SuspendAsync("beta");
        App.Services.GetRequiredService<TenantCatalog>().Invalidate();

        var unknown = await App.CreateBrowser().GetAsync("/t/none" + path);
        var suspended = await App.CreateBrowser().GetAsync(Beta + path);

        unknown.ShouldBeNotFound();
        suspended.ShouldBeNotFound();
        suspended.Body.ShouldBe(unknown.Body);
        suspended.Headers.Keys.ShouldBe(unknown.Headers.Keys);
    }

    [Fact]
    public async Task AZ_02_WhatTheRoleHasNot_IsForbiddenAndRecorded()
    {
        var browser = await SignedInAsync();
        (await browser.GetAsync(Alpha + "/probe/manager")).ShouldBeForbidden();
        (await browser.GetAsync(Alpha + "/probe/staff")).ShouldBeForbidden();
        (await EventsAsync("access-denied")).ShouldBe(2);

        await new Account("alpha", "manager1") { IsManager = true }.AddToAsync(App);
        (await (await SignedInAsync(id: "manager1")).GetAsync(Alpha + "/probe/manager")).ShouldBeOk();
    }

    [Fact]
    public async Task AZ_07_WhoIsDemotedBetweenPageAndForm_IsRefused()
    {
        await new Account("alpha", "manager1") { IsManager = true }.AddToAsync(App);
        var browser = await SignedInAsync(id: "manager1");
        (await browser.GetAsync(Alpha + "/probe/manager")).ShouldBeOk();

        await App.World.Accounts.ChangeAllAsync(user => user.Role, AccountRole.Member);

        (await browser.GetAsync(Alpha + "/probe/manager")).ShouldBeForbidden();
    }

    [Fact]
    public async Task APageIsOnlyWhereItIsServed()
    {
        var browser = await SignedInAsync();
        (await browser.GetAsync("/probe/outside")).ShouldBeOk();
        (await browser.GetAsync(Alpha + "/probe/gated/feature")).ShouldBeNotFound();
        (await App.CreateBrowser().GetAsync("/probe")).ShouldBeNotFound();
        (await App.CreateBrowser().GetAsync("/login")).ShouldBeNotFound();
        (await App.CreateBrowser().GetAsync("/t")).ShouldBeNotFound();
        (await App.CreateBrowser().GetAsync("/t/")).ShouldBeNotFound();
        (await App.CreateBrowser().GetAsync("/t/admin/login")).ShouldBeNotFound();
        (await App.CreateBrowser().GetAsync("/t/ALPHA/login")).ShouldBeNotFound();
    }

    [Fact]
    public async Task AProgram_IsAnsweredInItsOwnFormat()
    {
        var anonymous = await App.CreateBrowser().GetAsync(Alpha + "/probe-api");
        anonymous.ShouldBe(HttpStatusCode.Unauthorized).Headers["Content-Type"].ShouldStartWith("application/problem+json");

        var failed = await (await SignedInAsync()).GetAsync(Alpha + "/probe-api");
        failed.ShouldBe(HttpStatusCode.InternalServerError).ShouldNotShow("secret-of-the-exception").Headers["Content-Type"]
            .ShouldStartWith("application/problem+json");
    }

    [Fact]
    public void WB_01_NoActionOptsOutOfTheToken_ButErrorPagesAndSignedWebhooks()
    {
        var open = App.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null
                && endpoint.Metadata.GetMetadata<SignedWebhookAttribute>() is null)
            .Select(endpoint => ((RouteEndpoint)endpoint).RoutePattern.RawText).Distinct();
        open.ShouldBe(["error/{status:int:range(400,599)}"]);
    }
}
