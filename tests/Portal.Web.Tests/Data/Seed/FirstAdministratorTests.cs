using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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

        (await app.Database.ListAsync<string>($"""SELECT "Role" FROM "Users" """)).ShouldBe(["SystemAdministrator"]);
        (await app.Database.ReadAsync<long>($"""SELECT count(*) FROM "AuditEvents" WHERE "Kind" = 'first-administrator-created'"""))
            .ShouldBe(1);
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
        (await app.Database.ReadAsync<long>($"""SELECT count(*) FROM "AuditEvents" WHERE "Details" LIKE {"%" + access.Password + "%"}"""))
            .ShouldBe(0);
    }

    [Fact]
    public async Task SITE_4_WhereNobodyIsWanted_NobodyIsCreated()
    {
        await using var app = await PortalApp.CreateAsync(Empty);
        _ = app.Server;

        (await app.Database.ReadAsync<long>($"""SELECT count(*) FROM "Users" """)).ShouldBe(0);
    }

    private static async Task<FirstAdministratorAccess> CreateAsync(PortalApp app, string email)
    {
        app.Services.GetRequiredService<IOptions<FirstAdministratorOptions>>().Value.Email = email;
        return (await app.Services.GetRequiredService<FirstAdministrator>().CreateAsync(TestContext.Current.CancellationToken))
            .ShouldNotBeNull();
    }
}
