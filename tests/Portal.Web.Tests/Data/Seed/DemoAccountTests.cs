using System.Net;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Seed;

namespace Portal.Web.Tests.Data.Seed;

/// <summary>
/// Each account signs in, or does not, as its row says. Each test has accounts of its own, because signing in leaves
/// traces.
/// </summary>
public sealed class DemoAccountTests(DemoApp demo) : IClassFixture<DemoApp>
{
    public static TheoryData<string, string> Accounts => new(DemoAccounts.All.Select(account => (account.Tenant, account.SignInWith)));

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task SITE_5_EveryDemoAccount_BehavesAsItsRowSays(string tenant, string signInWith)
    {
        var account = DemoAccounts.Of(tenant).Single(row => row.SignInWith == signInWith);

        var answer = await SignInAsync(account, account.Password ?? "Security-2468-demo");

        var expected = Expected(account);
        answer.ShouldBe(expected is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.SeeOther);
        answer.Location.ShouldBe(expected);
    }

    [Theory]
    [InlineData("officephone", "05011110002")]
    [InlineData("officephone", "05011110004")]
    [InlineData("officephone", "05011110005")]
    public async Task SITE_5_TheOtherUserIds_HaveTheSamePassword(string tenant, string id) =>
        (await demo.App.CreateBrowser().TrySignInAsync(tenant, id, DemoAccounts.OfficePhonePassword, door: "user"))
            .ShouldBe(HttpStatusCode.SeeOther);

    [Fact]
    public async Task SITE_5_NumbersOfAUnit_SignInAsTheUnitSays()
    {
        (await demo.App.CreateBrowser().TrySignInAsync("homephone", "0676543211", DemoAccounts.HomePhonePassword))
            .ShouldBe(HttpStatusCode.SeeOther);

        // In the unit "line" an additional number is no login ID.
        (await demo.App.CreateBrowser().TrySignInAsync("homephone", "0612345679", DemoAccounts.HomePhonePassword))
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("control", "login", "N0001001")]
    [InlineData("officephone", "login", "A0500001")]
    [InlineData("officephone", "login/user", "05011110001")]
    [InlineData("officephone", "login/email", "manager@officephone.example.jp")]
    [InlineData("homephone", "login", "0612345678")]
    [InlineData("rental", "login", "R100001 + taro@rental.example.jp")]
    [InlineData("security", "login", "goro.ito@example.jp.cs")]
    [InlineData("admin", "login", "agent@portal.example.jp")]
    public async Task LAND_3_TheSignInPage_ListsTheDemoAccounts(string tenant, string page, string account) =>
        (await demo.App.CreateBrowser().GetAsync($"{SignIns.PathOf(tenant)}/{page}")).ShouldBeOk().Text.ShouldContain(account);

    [Fact]
    public async Task LAND_3_TheLandingPage_ListsTheTenantsAndTheStaffArea()
    {
        var page = (await demo.App.CreateBrowser().GetAsync("/")).ShouldBeOk();

        foreach (var address in (string[])["/t/control/", "/t/officephone/", "/t/homephone/", "/t/rental/", "/t/security/", "/admin/"])
        {
            page.Has($"a[href='{address}']").ShouldBeTrue(address);
        }
    }

    [Fact]
    public async Task SITE_4_OutsideDemonstration_ThereAreNoAccountsAndNoList()
    {
        await using var app = await PortalApp.CreateAsync();

        (await app.CreateBrowser().GetAsync("/t/control/login")).ShouldBeOk().Text.ShouldNotContain("N0001001");
        (await app.World.Accounts.CountAsync()).ShouldBe(0);
        (await app.World.Audit.CountAsync()).ShouldBe(0);
    }

    private Task<PortalPage> SignInAsync(DemoAccount account, string password)
    {
        var path = demo.App.CreateBrowser();
        var door = account.Door is "email" or "user" && account.Tenant == "officephone" ? account.Door : "";
        return path.TrySignInAsync(account.Tenant, account.LoginId, password, account.Second, door);
    }

    /// <summary>Where the password leads; null where it is refused.</summary>
    private static string? Expected(DemoAccount account) => (account.Tenant, account.SignInWith) switch
    {
        ("control", "N0001003" or "N0001004") or ("officephone", "05011110003") or ("security", "goro.ito@example.jp.cs") => null,
        ("control", "N0001005") => "/t/control/password/required",
        ("homephone", "0611110000") => "/t/homephone/password/required",
        ("rental", "R100002 + saburo@rental.example.jp") => "/t/rental/password/required",
        ("rental", "R100001 + hanako@rental.example.jp") => "/t/rental/login/email-code",
        ("security" or "admin", _) => SignIns.PathOf(account.Tenant) + (account.AppSecret is null ? "/login/email-code" : "/login/totp"),
        _ => $"/t/{account.Tenant}/",
    };
}
