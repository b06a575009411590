using System.Diagnostics;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Http.Input;

namespace Portal.Web.Tests.Http;

public sealed class InputTests : HttpTest
{
    public static TheoryData<string> Harmless =>
    [
        "\ufeffbom", "right\u202eto left", "zero\u200bwidth", "😀", "👨‍👩‍👧‍👦", "e" + string.Concat(Enumerable.Repeat("\u0301", 200)),
            "two\r\nlines", "ＡＢＣ", "<img src=x onerror=alert(1)>", "{0} @Model {{7*7}} %n", "'; DROP TABLE x; --",
    ];

    [Theory]
    [MemberData(nameof(Harmless))]
    public async Task IV_01_WhateverCanBeStored_IsStoredAsTyped(string text)
    {
        (await SendAsync("Name", text)).ShouldBe(HttpStatusCode.SeeOther);
        (await HoldersAsync(text)).ShouldBe(1);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\0")]
    public async Task IV_01_F14_WhatNoDatabaseTakes_IsAnErrorAtItsField(string text)
    {
        var page = await SendAsync("Name", text);
        page.ShouldBeRefused().ShouldShow("Name: 使えない文字が含まれています");
    }

    [Theory]
    [InlineData("Name=a\0b", "Name")]
    [InlineData("Na%6De=%00", "Name")]
    [InlineData("Name=%00%00x&Password=ok", "Name")]
    [InlineData("Password=ok&Name=x%2500&Name=%00", "Name")]
    [InlineData("=%00", "")]
    [Trait("Review", "S18")]
    public async Task IV_01_ANul_IsMendedWhereItStands_AndItsFieldIsNamed(string body, string name)
    {
        var context = FormOf(Encoding.UTF8.GetBytes(body));

        var mended = "";
        await new FormMending(async next =>
        {
            using var sent = new StreamReader(next.Request.Body, Encoding.UTF8);
            mended = await sent.ReadToEndAsync();
        }).InvokeAsync(context);

        context.Features.Get<BrokenFields>().ShouldNotBeNull().Names.ShouldBe([name]);
        mended.ShouldBe(body.Replace("%00", "\ufffd", StringComparison.Ordinal).Replace('\0', '\ufffd'));
    }

    [Theory]
    [InlineData("%00&")]
    [InlineData("&")]
    [InlineData("a=%00&")]
    [Trait("Review", "S18")]
    public async Task RX_03_AFormOfAMillionFields_IsRefusedBeforeItCostsAnything(string field)
    {
        var context = FormOf(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(field, 1_000_000 / field.Length))));
        var middleware = new FormMending(_ => throw new InvalidOperationException("It went on."));
        var before = GC.GetAllocatedBytesForCurrentThread();

        await middleware.InvokeAsync(context);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(128 * 1024);
        context.Response.StatusCode.ShouldBe(400);
    }

    [Fact]
    [Trait("Review", "S18")]
    public async Task RX_03_MendingAFullForm_CostsNoMoreThanReadingIt()
    {
        var fields = string.Join('&', Enumerable.Range(0, 250).Select(i => $"f{i}=" + string.Concat(Enumerable.Repeat("%00", 1300))));
        var before = GC.GetAllocatedBytesForCurrentThread();

        await new FormMending(_ => Task.CompletedTask).InvokeAsync(FormOf(Encoding.UTF8.GetBytes(fields)));

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(5 * fields.Length);
    }

    [Fact]
    public async Task IV_01_AnActionThatDoesNotLook_StillGetsWhatCanBeStored()
    {
        var browser = await SignedInAsync();
        var token = (await browser.GetAsync(Alpha + "/probe")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;

        var page = await browser.PostAsync(Alpha + "/probe/careless", [new("name", "a\0b"), new("__RequestVerificationToken", token)]);

        page.ShouldBeOk().Body.ShouldBe("a\ufffdb");
    }

    [Theory]
    [InlineData("?q=%00")]
    [InlineData("?%00=q")]
    [InlineData("?page=1&page=2")]
    [InlineData("?a[0][0][0][0][0][0][0][0][0][0]=1")]
    public async Task IV_01_IV_11_AnAddressThatNoPageOfOursMakes_IsABadRequest(string query)
    {
        var browser = await SignedInAsync();
        (await browser.GetAsync(Alpha + "/probe" + query)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task TR_08_IV_11_AValueThatCameTwice_IsABadRequest_AndAListIsAList()
    {
        (await SendAsync("Name", "first", ("Name", "second"))).ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync("Name", "checkbox", ("Several", "1"), ("Several", "2"))).ShouldBe(HttpStatusCode.SeeOther);
        (await HoldersAsync("first")).ShouldBe(0);
    }

    [Fact]
    [Trait("Timing", "measured")]
    public async Task IV_11_RX_03_FormsWithoutEnd_EndQuickly()
    {
        var browser = await SignedInAsync();
        await browser.GetAsync(Alpha + "/probe");
        foreach (var fields in new[]
        {
            Enumerable.Range(0, 2000).Select(i => KeyValuePair.Create("f" + i, "x")),
            [KeyValuePair.Create("a" + string.Concat(Enumerable.Repeat("[0]", 10_000)), "x")],
            [KeyValuePair.Create("Name", new string('x', 1_100_000))],
            [KeyValuePair.Create("Name", new string('x', 70_000))],
        })
        {
            await using var slowness = Slowness.Measure(() => App.CreateBrowser().GetAsync("/healthz/live"));
            var began = Stopwatch.GetTimestamp();
            ((int)(await browser.PostAsync(Alpha + "/probe", fields)).Status).ShouldBeOneOf(400, 413);
            var took = Stopwatch.GetElapsedTime(began);
            took.ShouldBeLessThan(await slowness.AddToAsync(TimeSpan.FromSeconds(2)));
        }
    }

    [Theory]
    [InlineData("?number=99999999999")]
    [InlineData("?number=-2147483649")]
    [InlineData("?number=%EF%BC%91")]
    [InlineData("?number=1,000")]
    [InlineData("?number=1e3")]
    [InlineData("?amount=1e309")]
    [InlineData("?day=2026-02-29")]
    [InlineData("?day=%E4%BB%A4%E5%92%8C8%E5%B9%B4")]
    public async Task IV_08_IV_09_ANumberOrDayThatIsNone_IsAnErrorInThePagesLanguage(string query)
    {
        var browser = await SignedInAsync();
        (await browser.GetAsync(Alpha + "/probe/number" + query)).ShouldBeRefused().ShouldShow("正しい形式で入力してください");
        (await browser.GetAsync(Alpha + "/probe/number" + query + "&culture=en")).ShouldBeRefused()
            .ShouldShow("Enter this in the expected format");
    }

    [Theory]
    [InlineData("?number=-1&amount=0.5&day=9999-12-31", "-1 0.5 9999-12-31")]
    [InlineData("?number=2147483647&amount=79228162514264337593543950335&day=2028-02-29",
        "2147483647 79228162514264337593543950335 2028-02-29")]
    public async Task IV_08_NumbersAndDaysAtTheEdge_AreThemselves(string query, string text)
    {
        var browser = await SignedInAsync();
        (await browser.GetAsync(Alpha + "/probe/number" + query)).ShouldBeOk().Body.ShouldBe(text);
    }

    [Theory]
    [InlineData("xx-YY")]
    [InlineData("../../etc/passwd")]
    [InlineData("c=de-DE|uic=de-DE")]
    [InlineData("c=|uic=")]
    [InlineData("")]
    public async Task IV_16_ALanguageThatIsNone_IsThePortalsOwn(string culture)
    {
        var browser = App.CreateBrowser();
        browser.Cookies.Plant("__Host-culture", Uri.EscapeDataString(culture));
        (await browser.GetAsync(Alpha + "/login?culture=" + Uri.EscapeDataString(culture))).ShouldBeOk().Find("html").GetAttribute("lang")
            .ShouldBe("ja");
        browser.Cookies.Plant("__Host-culture", new string('x', 10_000));
        (await browser.GetAsync(Alpha + "/login")).ShouldBeOk().Find("html").GetAttribute("lang").ShouldBe("ja");
    }

    [Fact]
    public async Task TheLanguageIsTheAddresss_ThenTheUsers_ThenTheBrowsers()
    {
        var browser = App.CreateBrowser();
        browser.Cookies.Plant("__Host-culture", "c%3Den%7Cuic%3Den");
        (await LanguageAsync(browser, Alpha + "/login")).ShouldBe("en");
        await browser.TrySignInAsync("alpha", Id);
        await App.World.Accounts.ChangeAllAsync(user => user.Language, "ja");
        (await LanguageAsync(browser, Alpha + "/privacy")).ShouldBe("ja");
        (await LanguageAsync(browser, Alpha + "/privacy?culture=en")).ShouldBe("en");
    }

    private static DefaultHttpContext FormOf(byte[] body)
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.ContentType, context.Request.Body) =
            ("POST", "application/x-www-form-urlencoded", new MemoryStream(body));
        return context;
    }

    private static async Task<string?> LanguageAsync(PortalBrowser browser, string path) =>
        (await browser.GetAsync(path)).ShouldBeOk().Find("html").GetAttribute("lang");

    private async Task<PortalPage> SendAsync(string name, string value, params (string Name, string Value)[] more)
    {
        var browser = await SignedInAsync();
        var form = (await browser.GetAsync(Alpha + "/probe")).Form();
        var token = form.Fields.Single(field => field.Name == "__RequestVerificationToken");
        return await browser.PostAsync(Alpha + "/probe",
            new[] { (name, value), token }.Concat(more).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
    }
}
