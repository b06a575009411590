using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Tests.Http;

public sealed class StaffTests : HttpTest
{
    [Theory]
    [InlineData(AccountRole.Agent, "alpha")]
    [InlineData(AccountRole.TenantAdministrator, "alpha")]
    public async Task ADMIN_11_StaffSeesTheTenantsItLooksAfter(AccountRole role, string seen)
    {
        var browser = await StaffAsync(role, seen);

        (await browser.GetAsync("/admin/probe/visible")).ShouldBeOk().Body.ShouldBe("admin,alpha");
        (await browser.GetAsync("/admin/probe/staff")).ShouldBeOk();
        (await browser.GetAsync("/admin/probe/manager")).ShouldBeForbidden();
    }

    [Fact]
    public async Task ADMIN_11_ASystemAdministratorSeesAll()
    {
        var browser = await StaffAsync(AccountRole.SystemAdministrator);
        (await browser.GetAsync("/admin/probe/visible")).Body.Split(',')
            .ShouldBeSubsetOf(["admin", "alpha", "beta", "control", "homephone", "officephone", "rental", "security"]);
        (await browser.GetAsync("/admin/probe/visible")).Body.ShouldContain("beta");
    }

    [Fact]
    public async Task AZ_11_AStaffSessionIsNothingInATenant()
    {
        var browser = await StaffAsync(AccountRole.SystemAdministrator);
        browser.Cookies.Plant("__Secure-portal", browser.Cookies["__Secure-portal"]!, Alpha);
        (await browser.GetAsync(Alpha + "/probe")).Status.ShouldBe(HttpStatusCode.Found);
    }

    /// <summary>The staff's second factor is not what is tested here, so the session begins behind it.</summary>
    private async Task<PortalBrowser> StaffAsync(AccountRole role, params string[] tenants)
    {
        var id = await new Account("admin", "staff@portal.example.jp")
        {
            Role = role,
            Contract = null,
            Email = "staff@portal.example.jp"
        }.AddToAsync(App);
        var sid = await App.InTenantAsync("admin", async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            foreach (var tenant in await db.Tenants.Where(row => tenants.Contains(row.Slug)).ToListAsync())
            {
                db.StaffAssignments.Add(new StaffAssignment { UserId = id, TenantId = tenant.Id });
            }

            var user = await db.Users.SingleAsync(row => row.Id == id);
            var state = await db.SignInStates.SingleAsync(row => row.UserId == id);
            return (await services.GetRequiredService<SessionService>()
                .StartAsync(user, state, null, new Proof(SignInMethod.App, App.Time.GetUtcNow(), MustEnrol: false), 0)).Sid;
        });
        var realm = await App.World.Tenants.IdOfAsync("admin");
        var browser = App.CreateBrowser();
        browser.Cookies.Plant("__Secure-portal",
            App.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("Portal.Session").Protect($"{realm:N}.{sid}"),
            "/admin");
        return browser;
    }
}
