using System.Globalization;
using System.Net;
using System.Resources;
using Portal.Rules.SignIn;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Features.Errors;

namespace Portal.Web.Tests.Features.Errors;

public sealed class ErrorPages : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(400, "画面の有効期限が切れました")]
    [InlineData(403, "このページを表示する権限がありません")]
    [InlineData(404, "ページが見つかりません")]
    [InlineData(405, "この操作はできません")]
    [InlineData(409, "ほかの画面で更新されました")]
    [InlineData(413, "送信した内容が大きすぎます")]
    [InlineData(429, "操作が続いたため受け付けを制限しています")]
    [InlineData(500, "サービスに問題が発生しています")]
    [InlineData(503, "ただいまメンテナンス中です")]
    public async Task ErrorPage_SaysWhatHappened(int status, string heading)
    {
        var page = await app.CreateBrowser().GetAsync($"/error/{status}");
        ((int)page.Status).ShouldBe(status);
        page.Find("h1").TextContent.ShouldBe(heading);
        page.Title.ShouldStartWith(heading + "｜");
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public void FACE_7_WhateverAnErrorPageAsksFor_ThereAreWordsForIt(string language)
    {
        bool[] both = [false, true];
        string?[] changes = [null, .. Enum.GetNames<ChangeReason>()];
        var pages = from status in Enumerable.Range(400, 200)
                    from staff in both
                    from change in changes
                    from acts in both
                    from managed in both
                    select new ErrorPage(status, null, null)
                    {
                        OfStaff = staff,
                        ChangeUrl = change is null ? null : "/change",
                        ChangeReason = change,
                        ActingFor = acts ? "試験" : null,
                        Manager = managed ? "管理者" : null,
                    };
        var texts = new ResourceManager(typeof(ErrorText)).GetResourceSet(CultureInfo.GetCultureInfo(language), true, false)!;

        foreach (var key in pages.SelectMany(page => new[] { page.TextKey + ".Title", page.LeadKey }).Distinct())
        {
            texts.GetString(key).ShouldNotBeNullOrEmpty(key);
        }
    }

    [Theory]
    [InlineData("control", "権限は、親オペレータが設定します。")]
    [InlineData("security", "権限は、契約管理者が設定します。")]
    [InlineData("rental", "いまの権限では利用できません。</p>")]
    public async Task FACE_7_WhoSetsRights_IsCalledAsThePortalCallsIt_AndNobodyWhereNobodyDoes(string tenant, string words)
    {
        var page = await app.CreateBrowser().GetAsync($"/t/{tenant}/error/403");

        page.ShouldBeForbidden();
        page.Find(".p-lead").OuterHtml.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal)
            .ShouldContain(words);
        page.ShouldNotShow("ご契約の管理者");
    }

    [Fact]
    public async Task ErrorPage_OfOurFailure_GivesAReferenceNumber() =>
        (await app.CreateBrowser().GetAsync("/error/500")).Find("code").TextContent.Length.ShouldBe(32);

    [Fact]
    public async Task ErrorPage_InsideAPortal_BearsItsName_AndLeadsBackIntoIt()
    {
        var page = await app.CreateBrowser().GetAsync("/t/control/no/such/page");
        page.ShouldBeNotFound();
        page.Title.ShouldBe("ページが見つかりません｜回線コントロール");
        page.Find("main .p-button").GetAttribute("href").ShouldBe("/t/control/");
    }

    [Theory]
    [InlineData("/t/control/no/such/page", 404)]
    [InlineData("/t/control/operators/6f1c1d43-3a3c-4a25-9d06-0f6f6f6f6f6f", 404)]
    [InlineData("/t/control/operators/new", 403)]
    public async Task FACE_7_ErrorPage_OfSomebodySignedIn_KeepsMenuLanguageAndTheWayOut(string address, int status)
    {
        await new Account("control", "N0009001").AddToAsync(app);
        var browser = app.CreateBrowser();
        await browser.SignInAsync("control", "N0009001");

        var page = await browser.GetAsync(address);

        ((int)page.Status).ShouldBe(status);
        page.Has(".p-nav a[href='/t/control/home']").ShouldBeTrue();
        page.Has("form[action='/t/control/logout']").ShouldBeTrue();
        page.Has("form[action='/t/control/culture'] button").ShouldBeTrue();
        page.Find("main .p-button").GetAttribute("data-kind").ShouldBe("primary");
    }

    [Fact]
    public async Task ErrorPage_OfAStatusWithoutATextOfItsOwn_ReadsLikeItsFamily()
    {
        (await app.CreateBrowser().GetAsync("/error/418")).Find("h1").TextContent.ShouldBe("画面の有効期限が切れました");
        (await app.CreateBrowser().GetAsync("/error/599")).Find("h1").TextContent.ShouldBe("サービスに問題が発生しています");
        (await app.CreateBrowser().GetAsync("/error/200")).ShouldBe(HttpStatusCode.NotFound);
    }
}
