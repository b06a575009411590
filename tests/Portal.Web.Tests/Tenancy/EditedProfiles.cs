using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Tenancy;

public sealed class EditedProfiles
{
    [Fact]
    public async Task SITE_3_AStart_NeverOverwritesEditedPolicies_AndTakesOverTheRest()
    {
        await using var app = await PortalApp.CreateAsync();
        _ = app.Server;
        await app.ChangeProfileAsync("control", profile => profile with { Lockout = profile.Lockout with { Limit = 7 } });
        await app.World.Tenants.ReplaceInProfileAsync("homephone", "\"idleMinutes\": 15", "\"idleMinutes\": 16");

        await using var restarted = app.SecondNode();
        var tenants = restarted.Services.GetRequiredService<TenantCatalog>();

        (await tenants.FindBySlugAsync("control", TestContext.Current.CancellationToken))!.Lockout.Limit.ShouldBe(7);
        (await tenants.FindBySlugAsync("homephone", TestContext.Current.CancellationToken))!.IdleTime.ShouldBe(TimeSpan.FromMinutes(15));
    }
}
