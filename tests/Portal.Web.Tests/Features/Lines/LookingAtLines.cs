using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Telephony;
using Portal.TestKit.Accounts;
using Portal.TestKit.Telephony;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Http.Languages;

namespace Portal.Web.Tests.Features.Lines;

public sealed class LookingAtLines : IAsyncLifetime
{
    private const string Number = "0690000001";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        var id = await new Account("homephone", Number).AddToAsync(app);
        await app.InTenantAsync("homephone", async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.ContractLines.Add(new ContractLine
            {
                Id = Guid.CreateVersion7(),
                ContractId = (await db.Users.SingleAsync(user => user.Id == id)).ContractId!.Value,
                Number = "0612345678",
                Name = "",
                Kind = "main",
                StartsOn = new DateOnly(2026, 1, 1),
            });
        });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task FACE_7_MenuAndHeadingSayTheSame_NumbersAreGrouped_AndTheContactIsTheTenantsOwn()
    {
        var browser = app.CreateBrowser();
        var home = await browser.SignInAsync("homephone", Number);

        var page = (await home.ClickAsync("nav a[href$='/lines']")).ShouldBeOk();

        page.Texts("h1").ShouldBe(home.Texts("nav a[href$='/lines']"));
        page.Texts("thead th")[0].ShouldBe("電話番号");
        page.Texts("tbody th").ShouldBe(["06-1234-5678"]);
        page.Text.ShouldContain("0120-000-103");
        page.Text.ShouldNotContain("担当営業");
    }

    [Fact]
    public async Task FACE_7_DaysAreWrittenAsTheReaderWritesThem()
    {
        var browser = app.CreateBrowser();
        await browser.SignInAsync("homephone", Number);

        (await browser.GetAsync("/t/homephone/lines")).ShouldShow("2026/01/01");
        (await browser.GetAsync("/t/homephone/lines?culture=en")).ShouldShow("1 Jan 2026").ShouldNotShow("2026/01/01");
    }

    [Theory]
    [InlineData(AuthenticationUnit.Line, "06-6666-0001", "主番号 06-6666-0001 でログイン", "06-6666-0001", "06-6666-0001")]
    [InlineData(AuthenticationUnit.Number, "06-6666-0001", "その番号でログイン", "06-6666-0001", "06-6666-0002")]
    [InlineData(AuthenticationUnit.ManagerAndUsers, "4900000001", "お客さま番号 4900000001 でログイン", "06-6666-0001", "06-6666-0002")]
    public async Task LINE_1_LINE_4_ThePageTells_WhichNumberSignsInForWhich(AuthenticationUnit unit, string by, string told,
        params string[] signingIn)
    {
        await new HomeLine("4900000001", unit, "0666660001", "0666660002").AddToAsync(app);
        var browser = app.CreateBrowser();
        var home = await browser.SignInAsync("homephone", by);
        home.Texts("[aria-labelledby=panel-lines] .p-facts__main").ShouldBe(["06-6666-0001", "06-6666-0002"]);

        var page = (await home.ClickAsync("nav a[href$='/lines']")).ShouldBeOk();

        page.ShouldShow("お客さま番号4900000001").ShouldNotShow("契約番号");
        page.ShouldShow(told).Texts("tbody th").ShouldBe(["06-6666-0001", "06-6666-0002"]);
        page.Texts("tbody td:last-child").ShouldBe(signingIn);
    }

    [Fact]
    public async Task LINE_1_InTheUnitLine_AnAdditionalNumberDoesNotSignIn()
    {
        await new HomeLine("4900000001", AuthenticationUnit.Line, "0666660001", "0666660002").AddToAsync(app);

        (await app.CreateBrowser().TrySignInAsync("homephone", "0666660002")).ShouldBeRefused();
        (await app.CreateBrowser().SignInAsync("homephone", "0666660001")).ShouldBeOk();
    }

    [Theory]
    [InlineData("0312345678", "03-1234-5678")]
    [InlineData("0467123456", "0467-12-3456")]
    [InlineData("09012345678", "090-1234-5678")]
    [InlineData("05011110001", "050-1111-0001")]
    [InlineData("0120000103", "0120-000-103")]
    [InlineData("L-1000010001", "L-1000010001")]
    [InlineData("4000000001", "4000000001")]
    [InlineData("", "")]
    public void FACE_7_NumbersOfTheCountry_AreWrittenAsPeopleReadThem(string stored, string shown) =>
        TelephoneDisplay.National(stored).ShouldBe(shown);

    [Fact]
    [Trait("Review", "UX")]
    public async Task LINE_4_OnePlaceOfTheMenuIsWhereOneIs()
    {
        var browser = app.CreateBrowser();
        await browser.SignInAsync("homephone", Number);

        (await browser.GetAsync("/t/homephone/account")).Texts(".p-nav a[aria-current=page]").ShouldBe(["アカウント"]);
        (await browser.GetAsync("/t/homephone/account/password")).Texts(".p-nav a[aria-current=page]").ShouldBe(["パスワードの変更"]);
    }
}
