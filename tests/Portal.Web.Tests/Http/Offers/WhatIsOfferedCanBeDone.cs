using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Seed;

namespace Portal.Web.Tests.Http.Offers;

/// <summary>
/// Every role of every tenant of the demonstration looks at all that its pages offer: members, managers with all
/// permissions and with few, linked managers, peers, those who must change their password first, the staff, and people
/// who have not signed in (SAFE-4).
/// </summary>
public sealed class WhatIsOfferedCanBeDone(WalkedApp demo) : IClassFixture<WalkedApp>
{
    private static readonly string[] CannotSignIn = ["N0001003", "N0001004", "05011110003", "goro.ito@example.jp.cs"];

    private static readonly (string Tenant, string LoginId)[] Managers =
        [("control", "N0001001"), ("officephone", "A0500001"), ("homephone", "4000000001"), ("security", "taro.yamada@example.jp.cs")];

    /// <summary>Each permission alone, and some as people combine them.</summary>
    private static readonly string[] Few =
        [.. Permissions.All.Select(permission => permission.ToString()), "See,Create", "See,Edit", "See,Unlock,Reset", "See,Export"];

    public static TheoryData<string, string> Accounts =>
        new(DemoAccounts.All.Where(account => account.Password is not null && !CannotSignIn.Contains(account.LoginId))
            .Select(account => (account.Tenant, account.SignInWith)));

    public static TheoryData<string, string, string> Restricted =>
        new(from manager in Managers from permissions in Few select (manager.Tenant, manager.LoginId, permissions));

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task SAFE_4_WhoeverIsSignedIn_CanDoWhatIsOffered(string tenant, string signInWith)
    {
        var browser = demo.App.CreateBrowser();
        var home = await demo.SignInAsync(browser, DemoAccounts.Of(tenant).Single(row => row.SignInWith == signInWith));

        await ShouldBeAbleToAsync(browser, home.Address.PathAndQuery);
    }

    [Theory]
    [MemberData(nameof(Restricted))]
    public async Task SAFE_4_AManagerWithFewPermissions_CanDoWhatIsOffered(string tenant, string loginId, string permissions)
    {
        await PermitAsync(loginId, permissions);
        var browser = demo.App.CreateBrowser();
        try
        {
            var home = await demo.SignInAsync(browser, DemoAccounts.Of(tenant).Single(row => row.LoginId == loginId));

            await ShouldBeAbleToAsync(browser, home.Address.PathAndQuery);
        }
        finally
        {
            await PermitAsync(loginId, null);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/t/control/")]
    [InlineData("/t/officephone/")]
    [InlineData("/t/homephone/")]
    [InlineData("/t/rental/")]
    [InlineData("/t/security/")]
    [InlineData("/admin/")]
    public Task SAFE_4_WhoeverHasNotSignedIn_CanDoWhatIsOffered(string start) =>
        ShouldBeAbleToAsync(demo.App.CreateBrowser(), start);

    private static async Task ShouldBeAbleToAsync(PortalBrowser browser, string start)
    {
        var walk = new Walk(browser);

        (await walk.FromAsync(start)).ShouldBeEmpty();

        walk.Seen.ShouldBeGreaterThan(5);
    }

    private Task PermitAsync(string loginId, string? permissions) =>
        demo.App.World.Accounts.ChangeAsync(user => user.UserName == loginId, user => user.Permissions, permissions);
}
