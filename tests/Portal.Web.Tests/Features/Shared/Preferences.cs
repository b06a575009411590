using System.Net;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.Shared;

/// <summary>Language and theme, chosen with one click by somebody who is not signed in.</summary>
public sealed class Preferences : IAsyncLifetime
{
    private const string Login = "/t/control/login";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task PROF_1_ALanguageIsChosenInOneClick_AndShowsAtOnce()
    {
        var page = await app.CreateBrowser().GetAsync(Login + "?from=mail");
        var answer = await page.Form("header form").SubmitAsync("English");

        answer.ShouldBe(HttpStatusCode.SeeOther).ShouldRedirectTo(Login + "?from=mail");
        var english = await answer.FollowAsync();
        english.Find("html").GetAttribute("lang").ShouldBe("en");
        english.Has("header button[lang=ja]").ShouldBeTrue();
    }

    [Fact]
    public async Task PROF_1_AThemeStandsInThePage_SoThatItNeverFlashes()
    {
        var page = await app.CreateBrowser().GetAsync(Login);
        page.Find("html").GetAttribute("data-theme").ShouldBe("system");

        var dark = await (await page.Form("footer form").SubmitAsync("dark")).FollowAsync();
        dark.Find("html").GetAttribute("data-theme").ShouldBe("dark");
        dark.Find("footer button[aria-pressed=true]").GetAttribute("value").ShouldBe("dark");
    }

    [Fact]
    public async Task PROF_1_TheChoiceHoldsInEveryPortal()
    {
        var browser = app.CreateBrowser();
        await (await browser.GetAsync(Login)).Form("header form").SubmitAsync("English");
        (await browser.GetAsync("/t/security/login")).Find("html").GetAttribute("lang").ShouldBe("en");
        (await browser.GetAsync("/privacy")).Find("html").GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public async Task SE_08_TheCookieBelongsToTheHost()
    {
        var answer = await (await app.CreateBrowser().GetAsync(Login)).Form("footer form").SubmitAsync("light");
        var cookie = answer.SetCookies.Single(set => set.Contains("theme", StringComparison.Ordinal));
        cookie.ShouldStartWith("__Host-theme=light; ");
        foreach (var flag in new[] { "path=/;", "secure", "samesite=lax" })
        {
            cookie.ShouldContain(flag, Case.Insensitive);
        }
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/t/control/\r\nSet-Cookie: a=b")]
    [InlineData("/t/security/login")]
    [InlineData("")]
    public async Task WB_08_AnAddressOutsideThePortal_LeadsHome(string returnUrl)
    {
        var form = (await app.CreateBrowser().GetAsync(Login)).Form("header form").Forge("returnUrl", returnUrl);
        (await form.SubmitAsync("English")).ShouldBe(HttpStatusCode.SeeOther).ShouldRedirectTo("/t/control/");
    }

    [Theory]
    [InlineData("/t/control/login?q=検索")]
    [InlineData("/t/control/login?q=😀")]
    public async Task WB_08_AnyTextInTheAddressIsCarried_NotAnError(string returnUrl)
    {
        var form = (await app.CreateBrowser().GetAsync(Login)).Form("header form").Forge("returnUrl", returnUrl);
        (await form.SubmitAsync("English")).ShouldBe(HttpStatusCode.SeeOther)
            .ShouldRedirectTo(new Uri(PortalApp.BaseAddress, returnUrl).PathAndQuery);
    }

    [Fact]
    public async Task PROF_1_AnUnknownLanguageChangesNothing()
    {
        var form = (await app.CreateBrowser().GetAsync(Login)).Form("header form").Forge("culture", "xx");
        var answer = await form.SubmitAsync();
        answer.ShouldBe(HttpStatusCode.SeeOther);
        answer.SetCookies.ShouldNotContain(set => set.Contains("culture", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WB_01_WithoutTheFormsToken_NothingIsSet()
    {
        var answer = await app.CreateBrowser().PostAsync("/t/control/culture", [new("culture", "en")]);
        answer.ShouldBe(HttpStatusCode.BadRequest);
        answer.SetCookies.ShouldNotContain(set => set.Contains("culture", StringComparison.Ordinal));
    }
}
