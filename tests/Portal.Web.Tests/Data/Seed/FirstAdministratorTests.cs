using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Seed;

namespace Portal.Web.Tests.Data.Seed;

public sealed class FirstAdministratorTests
{
    private static readonly Dictionary<string, string?> Empty = new() { ["Portal:FirstAdministrator:Email"] = "" };

    [Fact]
    public async Task SITE_4_OnAnEmptyDatabase_OneSystemAdministratorCanComeIn()
    {
        await using var app = await PortalApp.CreateAsync(
            new Dictionary<string, string?> { ["Portal:FirstAdministrator:Email"] = "first@portal.example.jp" });
        _ = app.Server;

        (await app.World.Accounts.ListAsync(user => user.Role)).ShouldBe([AccountRole.SystemAdministrator]);
        (await app.World.Audit.CountAsync("first-administrator-created")).ShouldBe(1);
        (await app.Services.GetRequiredService<FirstAdministrator>().CreateAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task SITE_4_TheFirstPassword_LeadsToItsChangeAndIsToldToNobodyElse()
    {
        await using var app = await PortalApp.CreateAsync(Empty);
        var access = await CreateAsync(app, "first@portal.example.jp");

        var answer = await app.CreateBrowser().TrySignInAsync("admin", access.Email, access.Password);

        answer.Location.ShouldBe("/admin/password/required");
        access.ToString().ShouldNotContain(access.Password);
        (await app.World.Audit.CountMentioningAsync(access.Password)).ShouldBe(0);
    }

    [Fact]
    public async Task SITE_4_WhereNobodyIsWanted_NobodyIsCreated()
    {
        await using var app = await PortalApp.CreateAsync(Empty);
        _ = app.Server;

        (await app.World.Accounts.CountAsync()).ShouldBe(0);
    }

    private static async Task<FirstAdministratorAccess> CreateAsync(PortalApp app, string email)
    {
        app.Services.GetRequiredService<IOptions<FirstAdministratorOptions>>().Value.Email = email;
        return (await app.Services.GetRequiredService<FirstAdministrator>().CreateAsync(TestContext.Current.CancellationToken))
            .ShouldNotBeNull();
    }
}
