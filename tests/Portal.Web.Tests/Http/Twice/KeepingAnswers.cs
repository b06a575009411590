using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.SecondFactors;
using Portal.TestKit.Accounts;
using Portal.TestKit.Passkeys;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Accounts.Hashing;
using Portal.Web.Jobs;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tests.Features.SignIn;
using Portal.Web.Tests.Features.SignIn.Gate;

namespace Portal.Web.Tests.Http.Twice;

/// <summary>Whom an answer is given to again, and for how long.</summary>
[Trait("Review", "F3")]
public sealed class KeepingAnswers : SignInTest
{
    private const string Login = "/t/control/login";
    private const string Fresh = "Violet8642tram";

    [Fact]
    public async Task SAFE_2_LOCK_2_AWrongPasswordSentTwice_CountsOnce()
    {
        var form = await FormAsync(App.CreateBrowser(), Wrong);
        var first = (await form.SubmitAsync()).ShouldBeRefused();
        (await form.SubmitAsync()).ShouldBeRefused().Body.ShouldBe(first.Body);

        (await FailuresAsync()).ShouldBe(1);
        (await EventsAsync("sign-in-failed")).ShouldBe(1);
    }

    [Fact]
    public async Task SAFE_2_RX_05_OfAHundredSentAtOnceAFewWait_TheOthersAreTurnedAwayUnasked()
    {
        var form = await FormAsync(App.CreateBrowser(), Wrong);
        Task<PortalPage>[] sent;
        using (await HeldGate.ShutAsync(App))
        {
            sent = [.. Enumerable.Range(0, 100).Select(_ => Task.Run(() => form.SubmitAsync()))];
            await foreach (var away in Task.WhenEach(sent).Take(90))
            {
                var answer = await away;
                answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
                answer.Headers["Retry-After"].ShouldBe("60");
            }
        }

        (await Task.WhenAll(sent)).Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity).ShouldBe(10);
        (await FailuresAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task SAFE_2_LOCK_2_OnePageSentWithManyPasswords_IsJudgedEachTime()
    {
        var page = await App.CreateBrowser().GetAsync(Login);
        await Task.WhenAll(Enumerable.Range(0, 4)
            .Select(i => page.SameForm().Fill("Identifier", Id).Fill("Password", Wrong + i).SubmitAsync()));

        (await FailuresAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task SAFE_2_ARefusalIsTrueForTheMoment_TheSameFormMaySucceedLater()
    {
        var form = await FormAsync(App.CreateBrowser(), Fresh);
        (await form.SubmitAsync()).ShouldBeRefused();
        var hash = App.Services.GetRequiredService<PasswordHashing>().Hash(Fresh);
        await App.InTenantAsync(Tenant, async services =>
        {
            var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == UserId);
            user.PasswordHash = hash;
        });
        App.Time.Advance(TimeSpan.FromSeconds(21));

        (await form.SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task SAFE_2_SE_01_TheFormIsNoBearer_AnotherBrowserGetsNothingForIt()
    {
        var form = await FormAsync(App.CreateBrowser(), Right);
        (await form.SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);

        var thief = App.CreateBrowser();
        await thief.GetAsync(Login);
        var answer = await form.SubmitAsync(by: thief);

        answer.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.SetCookies.ShouldNotContain(cookie => cookie.StartsWith("__Secure-portal=", StringComparison.Ordinal) && cookie.Length > 60);
    }

    [Fact]
    public async Task SAFE_2_SE_03_OnceTheSessionHasEnded_ItsAnswersAreGivenNoMore()
    {
        var browser = App.CreateBrowser();
        var form = await FormAsync(browser, Right);
        await form.SubmitAsync();
        await App.QueryAsync(Tenant,
            db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, App.Time.GetUtcNow())));

        (await form.SubmitAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task SAFE_2_AnotherSessionOfTheSameBrowser_IsNotAnswered()
    {
        await new Account(Tenant, "N0009002") { Email = "other@control.example.jp" }.AddToAsync(App);
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);
        var form = (await browser.GetAsync("/t/control/account/preferences")).SameForm();
        (await form.SubmitAsync()).ShouldBe(HttpStatusCode.SeeOther);
        browser.Cookies.Remove("__Secure-portal");
        await browser.SignInAsync(Tenant, "N0009002");

        (await form.SubmitAsync()).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task SAFE_2_AnswersAreEncrypted_AndErasedAfterMinutes()
    {
        var browser = App.CreateBrowser();
        await (await FormAsync(browser, Right)).SubmitAsync();
        var session = browser.Cookies["__Secure-portal"]!;
        var kept = (await RowsAsync()).ShouldHaveSingleItem();
        Encoding.UTF8.GetString(kept!).ShouldNotContain(session);

        App.Time.Advance(TimeSpan.FromMinutes(6));
        await App.Services.GetRequiredService<FormAnswerRound>().RunOnceAsync(CancellationToken.None);
        (await RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task SAFE_2_WithinASession_WhereItLedIsKnownForAsLongAsItLives()
    {
        var browser = App.CreateBrowser();
        await browser.SignInAsync(Tenant, Id);
        var form = (await browser.GetAsync("/t/control/account/preferences")).SameForm();
        var first = await form.SubmitAsync();
        App.Time.Advance(TimeSpan.FromMinutes(6));
        await App.Services.GetRequiredService<FormAnswerRound>().RunOnceAsync(CancellationToken.None);

        (await RowsAsync()).ShouldHaveSingleItem().ShouldBeNull();
        var again = await form.SubmitAsync();
        (again.Status, again.Location).ShouldBe((first.Status, first.Location));
    }

    [Fact]
    public async Task SAFE_2_WhatWasForgedLeavesNoRow()
    {
        var form = (await FormAsync(App.CreateBrowser(), Wrong)).Forge("__RequestVerificationToken", "none");
        (await form.SubmitAsync()).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task SAFE_2_WhatAScriptSends()
    {
        await App.ChangeProfileAsync("security",
            profile => profile with { SecondFactor = new SecondFactorProfile(SecondFactorMode.Optional, ["emailCode", "passkey"]) });
        await new Account("security", "owner.test.cs") { Email = "owner@security.example.jp" }.AddToAsync(App);
        using var passkey = new SoftPasskey();
        var owner = App.CreateBrowser();
        await owner.SignInAsync("security", "owner.test.cs");
        await owner.AddPasskeyAsync("security", passkey);
        var browser = App.CreateBrowser();
        var page = await browser.GetAsync("/t/security/login");
        var token = page.Find("[data-passkey] input[name=__RequestVerificationToken]").GetAttribute("value")!;

        var offers = new[] { await ScriptAsync(browser, token, "login/passkey/options", "{}"),
            await ScriptAsync(browser, token, "login/passkey/options", "{}") };
        offers[1].Body.ShouldBe(offers[0].Body);
        var offer = JsonElement.Parse(offers[0].Body);
        var answer = $$"""
            {"ceremony":"{{offer.GetProperty("ceremony").GetGuid()}}",
            "credential":{{passkey.Get(offer.GetProperty("options")).ToJsonString()}}}
            """;
        var before = browser.Now();
        var first = await ScriptAsync(browser, token, "login/passkey/verify", answer);
        var second = await ScriptAsync(before, token, "login/passkey/verify", answer);

        (first.ShouldBeOk().Body, string.Join('|', first.SetCookies))
            .ShouldBe((second.ShouldBeOk().Body, string.Join('|', second.SetCookies)));
        (await App.QueryAsync("security", db => db.AuditEvents.CountAsync(row => row.Kind == "passkey-refused"))).ShouldBe(0);
    }

    private static Task<PortalPage> ScriptAsync(PortalBrowser browser, string token, string path, string json)
    {
        var request = new HttpRequestMessage(HttpMethod.Post,
            "/t/security/" + path)
        { Content = new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Add("RequestVerificationToken", token);
        request.Headers.Add("Portal-Form", "7a0d3a52c1f14a0e8c4c0f6f6f3d2b11");
        return browser.SendAsync(request);
    }

    private static async Task<PortalForm> FormAsync(PortalBrowser browser, string password) =>
        (await browser.GetAsync(Login)).SameForm().Fill("Identifier", Id).Fill("Password", password);

    private Task<List<byte[]?>> RowsAsync() =>
        App.QueryAsync(Tenant,
            db => db.FormAnswers.Where(row => row.Location == null || row.Location != "/t/control/home").Select(row => row.ProtectedAnswer)
            .ToListAsync());
}
