using System.Net;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Tests.Features.Operators;

namespace Portal.Web.Tests.Features.OwnAccount.Profile;

public sealed class OwnPreferences : OperatorsTest
{
    private const string Form = "/t/control/account/preferences";

    [Fact]
    public async Task PROF_1_AChangeOfLanguageShowsAtOnceAndMailsFollow()
    {
        var browser = await SignedInAsync(ChildId);

        var saved = await (await browser.GetAsync(Form)).Form().Choose("Language", "en").SubmitAsync();

        saved.ShouldRedirectTo(Form);
        (await browser.GetAsync(Form)).ShouldBeOk().ShouldShow("Preferences saved.").Document.DocumentElement.GetAttribute("lang")
            .ShouldBe("en");
        (await browser.GetAsync("/t/control/home")).Document.DocumentElement.GetAttribute("lang").ShouldBe("en");
        var parent = await SignedInAsync(ParentId);
        await (await parent.GetAsync(Page(Child, "disable"))).Form().SubmitAsync();
        (await App.MailsAsync("child@control.example.jp"))[^1].Html.ShouldContain("lang=\"en\"");
    }

    [Fact]
    public async Task PROF_1_LeftToTheSiteItIsTheSites()
    {
        var browser = await SignedInAsync(ChildId);
        await (await browser.GetAsync(Form)).Form().Choose("Language", "en").Choose("TimeZone", "America/New_York").Choose("Theme", "dark")
            .SubmitAsync();
        var page = await browser.GetAsync(Form);
        page.Document.DocumentElement.GetAttribute("data-theme").ShouldBe("dark");

        await page.Form().Choose("Language", "").Choose("TimeZone", "").Choose("Theme", "").SubmitAsync();

        var again = await browser.GetAsync(Form);
        (again.Document.DocumentElement.GetAttribute("lang"), again.Document.DocumentElement.GetAttribute("data-theme"))
            .ShouldBe(("ja", "system"));
        var user = await App.World.Accounts.GetAsync(Child);
        (user.Language, user.TimeZone, user.Theme).ShouldBe((null, null, null));
        (await EventsAsync(AuditKinds.ProfileChanged, Child)).ShouldBe(2);
    }

    [Fact]
    public async Task PROF_2_TimesAreShownInTheUsersZoneWhileUtcIsStored()
    {
        var browser = await SignedInAsync(ChildId);
        await (await browser.GetAsync(Form)).Form().Choose("TimeZone", "America/New_York").SubmitAsync();

        var page = await browser.GetAsync("/t/control/account/login-history?kind=sign-in");

        page.ShouldShow("2026年5月12日（火）").ShouldShow("America/New_York");
        page.Find(".p-log__time").TextContent.ShouldBe("21:00");
        page.Find(".p-log__time").GetAttribute("datetime")!.ShouldContain("-04:00");
        (await App.World.Audit.ReadAsync("signed-in", happened => happened.OccurredAt)).ShouldBe(App.Time.GetUtcNow());
    }

    [Theory]
    [InlineData("Language", "xx-YY", "言語を選択してください")]
    [InlineData("TimeZone", "../../etc/passwd", "タイムゾーンを選択してください")]
    [InlineData("TimeZone", "Asia/Nowhere", "タイムゾーンを選択してください")]
    [InlineData("Theme", "blue", "配色を選択してください")]
    public async Task IV_16_WhatIsNotOfferedIsRefused(string field, string value, string message)
    {
        var browser = await SignedInAsync(ChildId);
        (await (await browser.GetAsync(Form)).Form().Forge(field, value).SubmitAsync()).ShouldBeRefused().ShouldShow(message);
        (await UserAsync(user => new { user.Language, user.TimeZone, user.Theme }, Child))
            .ShouldBe(new { Language = (string?)null, TimeZone = (string?)null, Theme = (string?)null });
    }

    [Fact]
    public async Task SAFE_1_AChangeMadeElsewhereMeanwhileIsTold()
    {
        var browser = await SignedInAsync(ChildId);
        var form = (await browser.GetAsync(Form)).Form().Choose("Theme", "dark");
        var other = await SignedInAsync(ChildId);
        await (await other.GetAsync(Form)).Form().Choose("Theme", "light").SubmitAsync();

        var conflict = await form.SubmitAsync();

        conflict.ShouldBe(HttpStatusCode.Conflict).ShouldShow("ほかの画面で更新されています").ShouldShow("明るい");
        (await conflict.Form().SubmitAsync()).ShouldRedirectTo(Form);
        (await UserAsync(user => user.Theme, Child)).ShouldBe("dark");
    }
}
