using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Home;

/// <summary>The menu of tenant `security`, and what leads out of the portal (HOME-2).</summary>
public sealed class WhereHomeLeads : IAsyncLifetime
{
    private const string Tenant = "security";
    private const string ManagerId = "manager@example.jp.cs";
    private const string MemberId = "member@example.jp.cs";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        await app.ChangeProfileAsync(Tenant, profile => profile with { SecondFactor = new SecondFactorProfile() });
        await new Account(Tenant, ManagerId) { IsManager = true, Email = "manager@example.jp" }.AddToAsync(app);
        await new Account(Tenant, MemberId) { Email = "member@example.jp" }.AddToAsync(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task HOME_2_HeaderAndCards_StandInTheSameOrder()
    {
        var home = (await app.CreateBrowser().SignInAsync(Tenant, ManagerId)).ShouldBeOk();

        home.Texts(".p-nav__link").ShouldBe(
            ["ホーム", "お問い合わせの作成", "作業依頼", "ケース", "ナレッジ", "ご契約情報", "アカウント", "お知らせ"]);
        home.Texts(".p-card__title").ShouldBe(
            ["お問い合わせの作成", "作業依頼", "ケース", "ナレッジ", "ご契約情報", "アカウント", "利用者の追加", "利用者", "ログイン履歴",
                "パスワードの変更", "お知らせ"]);
        home.Texts(".p-card__body").ShouldAllBe(said => said.Length > 0);
    }

    [Theory]
    [InlineData("account", "アカウント")]
    [InlineData("account/security", "アカウント")]
    [InlineData("account/login-history", "ログイン履歴")]
    [InlineData("operators", "利用者")]
    [InlineData("operators/new", "利用者の追加")]
    public async Task HOME_2_WhatBelongsToTheAccount_IsTabsOfOneEntry_AndOneIsWhereOneIs(string path, string current)
    {
        var browser = app.CreateBrowser();
        await browser.SignInAsync(Tenant, ManagerId);

        var page = (await browser.GetAsync($"/t/{Tenant}/{path}")).ShouldBeOk();

        page.Texts(".p-tabs:not(.p-tabs--states) a").ShouldBe(["アカウント", "利用者の追加", "利用者", "ログイン履歴", "パスワードの変更"]);
        page.Texts(".p-tabs:not(.p-tabs--states) a[aria-current=page]").ShouldBe([current]);
        page.Texts(".p-nav a[aria-current=page]").ShouldBe(["アカウント"]);
    }

    [Fact]
    public async Task HOME_2_SAFE_4_ContactsAreForManagersOnly()
    {
        var home = (await app.CreateBrowser().SignInAsync(Tenant, MemberId)).ShouldBeOk();

        home.Texts(".p-card__title").ShouldContain("ログイン履歴");
        home.Texts(".p-card__title").ShouldNotContain("利用者の追加");
        home.Texts(".p-card__title").ShouldNotContain("利用者");
    }

    [Fact]
    public async Task HOME_2_WhatTheTenantLinks_StandsOnItsHome_AndSaysThatItIsOutside()
    {
        await app.ChangeProfileAsync(Tenant, profile => profile with
        {
            Links = [new(new("取引先のサイト", "Partner site"), "https://partner.example.jp/a?b=1")],
        });
        var browser = app.CreateBrowser();

        var home = (await browser.SignInAsync(Tenant, MemberId)).ShouldBeOk().ShouldShow("関連サイト").ShouldShow("外部サイト（partner.example.jp）");

        var link = home.Find("main a[href='https://partner.example.jp/a?b=1']");
        (link.TextContent, link.GetAttribute("rel")).ShouldBe(("取引先のサイト", "noopener"));
        (await browser.GetAsync($"/t/{Tenant}/home?culture=en")).ShouldBeOk().ShouldShow("Related sites").ShouldShow("Partner site")
            .ShouldShow("external site (partner.example.jp)");
        await app.ChangeProfileAsync(Tenant, profile => profile with { Links = [] });
        (await browser.GetAsync($"/t/{Tenant}/home?culture=ja")).ShouldBeOk().ShouldNotShow("関連サイト");
    }

    [Theory]
    [InlineData("https://localhost/t/rental/help")]
    [InlineData("https://LOCALHOST/t/rental/help")]
    [InlineData("https://rental.example.net/help")]
    public async Task HOME_2_ALinkIntoThePortal_IsNotSaidToBeOutside(string url)
    {
        await app.ChangeProfileAsync("rental", profile => profile with { Host = "rental.example.net" });
        await app.ChangeProfileAsync(Tenant, profile => profile with { Links = [new(new("レンタルの会員サイト", "Rental"), url)] });

        var home = (await app.CreateBrowser().SignInAsync(Tenant, MemberId)).ShouldBeOk().ShouldShow("レンタルの会員サイト");

        home.ShouldNotShow("外部サイト").Find($"main a[href='{url}']").HasAttribute("rel").ShouldBeFalse();
    }
}
