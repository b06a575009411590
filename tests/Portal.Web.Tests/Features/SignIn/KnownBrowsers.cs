using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.SignIn;

/// <summary>A browser is known by credentials that still hold, not for having been here once (LOCK-10).</summary>
[Trait("Review", "S17")]
public sealed class KnownBrowsers : SignInTest
{
    private const string New = "Changed2468Falcon";

    [Fact]
    public async Task LOCK_10_ABrowserFromBeforeAChangeOfThePasswordCannotLockItsOwnersBrowsersOut()
    {
        var colleague = await LeftAsync(App.CreateBrowser());
        var owner = App.CreateBrowser();
        await ChangeAsync(owner);

        for (var i = 0; i < 5; i++)
        {
            (await colleague.TrySignInAsync(Tenant, Id, Wrong)).ShouldBeRefused();
        }

        await owner.SignInAsync(Tenant, Id, New);
        (await App.World.Locks.StrangerFailuresAsync(UserId)).ShouldBe(5);
    }

    [Fact]
    public async Task LOCK_10_TheBrowserThatChangedThePasswordStaysKnown()
    {
        var owner = App.CreateBrowser();
        await ChangeAsync(owner);
        await FailAsync(5);

        await owner.SignInAsync(Tenant, Id, New);
        (await App.CreateBrowser().TrySignInAsync(Tenant, Id, New)).ShouldBeRefused();
    }

    [Fact]
    public async Task LOCK_10_AForcedChangeKeepsItsBrowserKnownToo()
    {
        await App.InTenantAsync(Tenant, async services =>
        {
            var tenant = services.GetRequiredService<CurrentTenant>().Value;
            var user = await services.GetRequiredService<PortalDbContext>().Users.FindAsync(tenant.Id, UserId);
            user!.MustChangePassword = true;
        });
        var owner = App.CreateBrowser();
        var page = await owner.SignInAsync(Tenant, Id);
        (await page.Form("main form").Fill("Current", Right).Fill("New", New).Fill("Again", New).SubmitAsync())
            .ShouldBe(HttpStatusCode.SeeOther);
        await (await (await owner.GetAsync("/t/control/")).FollowAsync()).Form("form[action$='/logout']").SubmitAsync();
        await FailAsync(5);

        await owner.SignInAsync(Tenant, Id, New);
    }

    private static async Task<PortalBrowser> LeftAsync(PortalBrowser browser)
    {
        await (await browser.SignInAsync(Tenant, Id)).Form("form[action$='/logout']").SubmitAsync();
        return browser;
    }

    private static async Task ChangeAsync(PortalBrowser browser)
    {
        await browser.SignInAsync(Tenant, Id);
        var confirm = await (await browser.GetAsync("/t/control/account/password")).Form("main form").Fill("Current", Right)
            .Fill("New", New).Fill("Again", New).SubmitAsync();
        var done = await confirm.ShouldBeOk().Form("main form").SubmitAsync("変更");
        await (await done.ShouldBe(HttpStatusCode.SeeOther).FollowAsync()).Form("form[action$='/logout']").SubmitAsync();
    }
}
