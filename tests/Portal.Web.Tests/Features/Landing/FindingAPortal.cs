using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.Landing;

public sealed class FindingAPortal : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("control")]
    [InlineData(" CONTROL ")]
    [InlineData("ｃｏｎｔｒｏｌ")]
    [InlineData("https://localhost/t/control")]
    [InlineData("https://localhost/t/control/operators?page=2")]
    [InlineData("localhost/t/control/login")]
    [InlineData("HTTPS://LOCALHOST/T/CONTROL/")]
    [InlineData("/t/control")]
    [InlineData("t/control", false)]
    public async Task LAND_1_ACodeOrAddress_LeadsToThePortal(string typed, bool found = true)
    {
        var answer = await FindAsync(typed);

        answer.ShouldBe(found ? HttpStatusCode.SeeOther : HttpStatusCode.UnprocessableEntity);
        answer.Location.ShouldBe(found ? "/t/control/" : null);
    }

    [Fact]
    public async Task LAND_1_APortalWithAHostOfItsOwn_IsFoundByIt()
    {
        await app.ChangeProfileAsync("control", profile => profile with { Host = "lines.example.jp" });

        (await FindAsync("lines.example.jp")).Headers["Location"].ShouldBe("https://lines.example.jp/");
        (await FindAsync("control")).Headers["Location"].ShouldBe("https://lines.example.jp/");
    }

    [Fact]
    public async Task LAND_2_UnknownAndSuspended_AreAnsweredAlike()
    {
        await SuspendAsync("rental");

        var unknown = await FindAsync("nowhere");
        var suspended = await FindAsync("rental");

        unknown.ShouldBe(HttpStatusCode.UnprocessableEntity);
        suspended.ShouldBe(HttpStatusCode.UnprocessableEntity);
        suspended.Text.Replace("rental", "nowhere", StringComparison.Ordinal).ShouldBe(unknown.Text);
        unknown.Text.ShouldContain("入力されたポータルは見つかりませんでした");
        (await app.CreateBrowser().GetAsync("/t/rental/")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("https://elsewhere.example/t/control")]
    [InlineData("//elsewhere.example/t/control")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///t/control")]
    [InlineData("https://localhost/t/control/../rental/../nowhere")]
    [InlineData("control control")]
    public async Task LAND_2_AnAddressThatIsNotOurs_IsUnknown(string typed) =>
        (await FindAsync(typed)).ShouldBe(HttpStatusCode.UnprocessableEntity);

    [Fact]
    public async Task LAND_1_NothingTyped_IsAskedForAgain()
    {
        var answer = await FindAsync("");

        answer.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Title.ShouldStartWith("エラー：");
        answer.Text.ShouldContain("ポータルのコードまたはアドレスを入力してください");
    }

    [Fact]
    public async Task SITE_4_OutsideDemonstration_NothingIsListed()
    {
        var page = (await app.CreateBrowser().GetAsync("/")).ShouldBeOk();

        page.Text.ShouldNotContain("回線コントロール");
        page.Document.QuerySelectorAll("a[href^='/t/'], a[href^='/admin'], a[href^='/dev']").ShouldBeEmpty();
    }

    [Fact]
    public async Task LAND_1_InAPortal_ThereIsNoLandingPage()
    {
        (await app.CreateBrowser().GetAsync("/t/control/")).Location.ShouldBe("/t/control/login");
        (await app.CreateBrowser().PostAsync("/t/control/find", [])).ShouldBe(HttpStatusCode.NotFound);
    }

    private Task SuspendAsync(string slug) => app.WithServicesAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        (await db.Tenants.SingleAsync(tenant => tenant.Slug == slug)).Status = TenantStatus.Suspended;
        await db.SaveChangesAsync();
        services.GetRequiredService<TenantCatalog>().Invalidate();
    });

    private async Task<PortalPage> FindAsync(string typed) =>
        await (await app.CreateBrowser().GetAsync("/")).ShouldBeOk().Form().Fill("Portal", typed).SubmitAsync();
}
