using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Portal.Rules.Brands;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Seed;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.Shared;

public sealed class Faces : IAsyncLifetime
{
    private static readonly string[] Tenants = ["control", "officephone", "homephone", "rental", "security"];

    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("/t/control")]
    [InlineData("/admin")]
    public async Task FACE_1_ThePageNamesItsSheetAndIcon_WhichMayBeKeptForAYear(string portal)
    {
        var page = (await app.CreateBrowser().GetAsync(portal + "/login")).ShouldBeOk();
        foreach (var (selector, path, type) in new[]
        {
            ("link[rel=stylesheet][href*=brand]", "brand.css", "text/css; charset=utf-8"),
            ("link[rel=icon]", "icon.svg", "image/svg+xml; charset=utf-8"),
        })
        {
            var address = page.Find(selector).GetAttribute("href")!;
            address.ShouldStartWith($"{portal}/{path}?v=");
            var file = (await app.CreateBrowser().GetAsync(address)).ShouldBeOk();
            file.Headers[HeaderNames.ContentType].ShouldBe(type);
            file.Headers[HeaderNames.CacheControl].ShouldBe("public, max-age=31536000, immutable");
            file.SetCookies.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task FACE_1_WithoutItsVersionOrForAnOlderOne_TheSheetIsAskedForAgain()
    {
        foreach (var address in new[] { "/t/control/brand.css", "/t/control/brand.css?v=0000000000000000" })
        {
            var sheet = (await app.CreateBrowser().GetAsync(address)).ShouldBeOk();
            sheet.Headers[HeaderNames.CacheControl].ShouldBe("no-cache");
            sheet.Body.ShouldContain("--brand:#0b4f8a;");
        }
    }

    [Fact]
    public async Task FACE_1_WhoHasItAlready_IsToldSo()
    {
        var browser = app.CreateBrowser();
        var tag = (await browser.GetAsync("/t/control/brand.css")).Headers[HeaderNames.ETag];

        var again = await AskAsync(browser, tag);
        again.ShouldBe(HttpStatusCode.NotModified);
        again.Content.ShouldBeEmpty();
        again.Headers[HeaderNames.ETag].ShouldBe(tag);
        (await AskAsync(browser, "\"another\"")).ShouldBeOk();
    }

    [Fact]
    public async Task FACE_1_ASignedInReader_MayKeepItToo()
    {
        await new Account("control", "N0009001").AddToAsync(app);
        var browser = app.CreateBrowser();
        var home = await browser.SignInAsync("control", "N0009001");
        var sheet = home.Find("link[href*='brand.css']").GetAttribute("href")!;

        (await browser.GetAsync(sheet)).ShouldBeOk().Headers[HeaderNames.CacheControl].ShouldStartWith("public");
        (await browser.GetAsync("/t/control/home")).ShouldBeOk().Headers[HeaderNames.CacheControl].ShouldBe("no-store");
    }

    [Fact]
    public async Task FACE_1_EN_10_AnUnknownAndASuspendedPortal_HaveNoFace()
    {
        await app.World.Tenants.SuspendAsync("rental");
        app.Services.GetRequiredService<TenantCatalog>().Invalidate();

        foreach (var portal in new[] { "/t/rental", "/t/nowhere", "" })
        {
            (await app.CreateBrowser().GetAsync(portal + "/brand.css")).ShouldBe(HttpStatusCode.NotFound);
            (await app.CreateBrowser().GetAsync(portal + "/icon.svg")).ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task FACE_1_AChangedColour_HasAnotherAddress()
    {
        var browser = app.CreateBrowser();
        var before = (await browser.GetAsync("/t/control/login")).Find("link[href*='brand.css']").GetAttribute("href")!;
        await app.ChangeProfileAsync("control", profile => profile with { Brand = profile.Brand with { PrimaryColor = "#1B5E20" } });

        var after = (await browser.GetAsync("/t/control/login")).Find("link[href*='brand.css']").GetAttribute("href")!;

        after.ShouldNotBe(before);
        (await browser.GetAsync(after)).ShouldBeOk().Body.ShouldContain("--brand:#1b5e20;");
    }

    [Fact]
    public async Task FACE_1_TheFiveAndTheStaff_HaveColoursAndMarksOfTheirOwn()
    {
        var (colors, icons, marks) = (new HashSet<string>(), new HashSet<string>(), new HashSet<string>());
        foreach (var portal in Tenants.Select(slug => "/t/" + slug).Append("/admin"))
        {
            var browser = app.CreateBrowser();
            var sheet = (await browser.GetAsync(portal + "/brand.css")).Body;
            colors.Add(Regex.Match(sheet, "--brand:(#[0-9a-f]{6});").Groups[1].Value).ShouldBeTrue(portal);
            icons.Add((await browser.GetAsync(portal + "/icon.svg")).Body).ShouldBeTrue(portal);
            marks.Add((await browser.GetAsync(portal + "/login")).Find(".p-header .p-mark").InnerHtml).ShouldBeTrue(portal);
        }
    }

    [Theory]
    [InlineData("control", "console")]
    [InlineData("homephone", "consumer")]
    [InlineData("security", "standard")]
    public async Task FACE_1_ThePageSaysItsTone(string tenant, string tone) =>
        (await app.CreateBrowser().GetAsync($"/t/{tenant}/login")).Find("html").GetAttribute("data-tone").ShouldBe(tone);

    [Fact]
    public void FACE_1_TheGroundsThatContrastIsHeldAgainst_AreThoseOfTheStylesheet()
    {
        var sheet = File.ReadAllText(Path.Combine(Portal.TestKit.Repository.Root, "src", "Portal.Web", "wwwroot", "css", "portal.css"));

        Grounds(sheet, "color-scheme: light;").ShouldBe(BrandPalette.LightGrounds, ignoreOrder: true);
        Grounds(sheet, "color-scheme: dark;").ShouldBe(BrandPalette.DarkGrounds, ignoreOrder: true);
    }

    [Theory]
    [InlineData("control", "5回続けて間違えると、解除されるまでログインできなくなります。")]
    [InlineData("homephone", "10回続けて間違えると、パスワードは無効になります。")]
    [InlineData("security", "5回続けて間違えると、20分間ログインできなくなります。")]
    public async Task FACE_1_BesideTheForm_StandsWhoseItIsAndWhatFailuresLeadTo(string tenant, string failures)
    {
        var panel = (await app.CreateBrowser().GetAsync($"/t/{tenant}/login")).Find("aside.p-panel").TextContent;

        panel.ShouldContain(failures);
        panel.ShouldContain(await PurposeAsync(tenant));
        panel.ShouldContain("0120-000-10");
    }

    [Fact]
    public async Task FACE_1_WhereThereAreSeveralDoors_TheHeadingNamesThisOne_AndAListTheOthers()
    {
        var page = (await app.CreateBrowser().GetAsync("/t/officephone/login")).ShouldBeOk();

        page.Texts("h1").ShouldBe(["管理者IDでログイン"]);
        page.Texts(".p-doors h2").ShouldBe(["ほかの方法でログイン"]);
        page.Texts(".p-doors a").ShouldBe(["メールアドレスでログイン", "利用者のログイン"]);
        (await page.ClickAsync("利用者のログイン")).ShouldBeOk().Texts("h1").ShouldBe(["利用者のログイン"]);
        (await app.CreateBrowser().GetAsync("/t/control/login")).Has(".p-doors").ShouldBeFalse();
    }

    [Theory]
    [InlineData("control", "", "/t/control/unlock")]
    [InlineData("officephone", "", "/t/officephone/login/help#forgotten")]
    [InlineData("officephone", "/email", "/t/officephone/unlock?door=email")]
    [InlineData("officephone", "/user", "/t/officephone/login/help#forgotten")]
    [InlineData("homephone", "", "/t/homephone/temp-password/phone")]
    [InlineData("rental", "", "/t/rental/unlock")]
    [InlineData("security", "", "/t/security/unlock")]
    public async Task FACE_1_EveryDoor_OffersAWayForAForgottenPassword(string tenant, string door, string way)
    {
        var links = (await app.CreateBrowser().GetAsync($"/t/{tenant}/login{door}")).Document.QuerySelectorAll("main .p-links a")
            .Where(link => link.TextContent.Contains("忘れた", StringComparison.Ordinal)).Select(link => link.GetAttribute("href"));

        links.ShouldBe([way]);
        (await app.CreateBrowser().GetAsync(way)).ShouldBeOk();
    }

    [Theory]
    [InlineData("homephone")]
    [InlineData("officephone")]
    public async Task FACE_1_WhereNoLinkIsMailed_TheHelpSaysWhomToCall(string tenant)
    {
        var help = (await app.CreateBrowser().GetAsync($"/t/{tenant}/login/help")).ShouldBeOk();

        help.Find("#forgotten + ul").TextContent.ShouldContain("0120-000-10");
    }

    [Fact]
    public async Task LOGIN_9_TheHelp_SaysInWhichFormBothAreTyped_AndThatIdsAreSharedOnlyWhereTheyAre()
    {
        var rental = (await app.CreateBrowser().GetAsync("/t/rental/login/help")).ShouldBeOk();
        rental.ShouldShow("英字1文字と数字6桁です").ShouldShow("ログインIDに登録したご自分のアドレスです。");
        rental.ShouldNotShow("1つのIDを複数の人で使っている場合");

        (await app.CreateBrowser().GetAsync("/t/control/login/help")).ShouldBeOk().ShouldShow("1つのIDを複数の人で使っている場合");
    }

    [Theory]
    [InlineData("homephone", "電話番号またはパスワードが正しくありません。")]
    [InlineData("control", "オペレータIDまたはパスワードが正しくありません。")]
    [InlineData("officephone", "管理者IDまたはパスワードが正しくありません。")]
    [InlineData("rental", "ログインID、メールアドレスまたはパスワードが正しくありません。")]
    public async Task LOGIN_2_ARefusal_NamesTheFieldsAsThePageDoes(string tenant, string sentence)
    {
        var page = (await app.CreateBrowser().GetAsync($"/t/{tenant}/login")).ShouldBeOk();
        var form = page.Form().Fill("Identifier", "0399999999").Fill("Password", "wrong-password-1");
        if (page.Has("#Email"))
        {
            form = form.Fill("Email", "nobody@rental.example.jp");
        }

        (await form.SubmitAsync()).ShouldShow(sentence);
    }

    [Fact]
    public async Task FACE_4_SITE_4_OutsideTheDemonstration_NothingIsPrefilled_AndNoFacesAreListed()
    {
        await using var serious = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "false" });
        var page = (await serious.CreateBrowser().GetAsync("/t/control/login?account=N0001001")).ShouldBeOk();

        page.Find("#Identifier").GetAttribute("value").ShouldBeNullOrEmpty();
        page.Has(".p-demo").ShouldBeFalse();
        (await serious.CreateBrowser().GetAsync("/brands.css")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task FACE_4_InTheDemonstration_AnAccountIsOneClickAway_AndNoPasswordStandsInAnAddress()
    {
        await using var demo = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "true" });
        var browser = demo.CreateBrowser();
        var landing = (await browser.GetAsync("/")).ShouldBeOk();
        landing.Document.QuerySelectorAll(".p-face").Length.ShouldBe(Tenants.Length);
        (await browser.GetAsync(landing.Find("link[href*='brands.css']").GetAttribute("href")!)).ShouldBeOk().Body
            .ShouldContain(".p-brand-control{--brand:#0b4f8a;");
        var links = landing.Document.QuerySelectorAll(".p-face__accounts a").Select(link => link.GetAttribute("href")!).ToList();

        links.Count.ShouldBeGreaterThanOrEqualTo(Tenants.Length);
        foreach (var link in links)
        {
            DemoAccounts.All.ShouldNotContain(account => account.Password != null && link.Contains(account.Password));
            var page = (await browser.GetAsync(link)).ShouldBeOk();
            page.Find("#Identifier").GetAttribute("value").ShouldNotBeNullOrEmpty();
            page.Find("#Password").HasAttribute("value").ShouldBeFalse();
            page.Find("[autofocus]").Id.ShouldBe("Password");
        }

        (await browser.GetAsync("/t/control/login?account=somebody")).Find("#Identifier").GetAttribute("value").ShouldBeNullOrEmpty();
    }

    private static Task<PortalPage> AskAsync(PortalBrowser browser, string tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/t/control/brand.css");
        request.Headers.TryAddWithoutValidation(HeaderNames.IfNoneMatch, tag);
        return browser.SendAsync(request);
    }

    private static IReadOnlyList<Rgb> Grounds(string sheet, string scheme)
    {
        var block = sheet[sheet.IndexOf(scheme, StringComparison.Ordinal)..];
        block = block[..block.IndexOf('}', StringComparison.Ordinal)];
        return [.. Regex.Matches(block, "--(?:bg|surface|raised): (#[0-9a-f]{3,6});").Select(match => match.Groups[1].Value)
            .Select(hex => Rgb.Parse(hex.Length == 4 ? $"#{hex[1]}{hex[1]}{hex[2]}{hex[2]}{hex[3]}{hex[3]}" : hex)).Distinct()];
    }

    private async Task<string> PurposeAsync(string tenant) => (await app.WithServicesAsync(async services =>
        await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(tenant)))!.Profile.Purpose.Ja;
}
