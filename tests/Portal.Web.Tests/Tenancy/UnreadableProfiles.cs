using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Domain.Tenants;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Tenancy;

/// <summary>
/// Profiles in the database that this release cannot read, or not wholly: stored by a newer one while both are at work,
/// or before a rule was.
/// </summary>
public sealed class UnreadableProfiles : IAsyncLifetime
{
    private const string Usual = "\"absoluteHours\": 10";
    private const string Senseless = "\"absoluteHours\": 9999";
    private const string Slug = "\"slug\": \"control\"";
    private const string OfTomorrow = Slug + ", \"ofTomorrow\": { \"days\": 3 }";

    private PortalApp app = null!;

    private TenantCatalog Catalog => app.Services.GetRequiredService<TenantCatalog>();

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task AZ_12_FP_09_AProfileThatCannotBeRead_TakesNobodyDown_NorTheTenantItself()
    {
        (await StatusAsync("/t/control/login")).ShouldBe(HttpStatusCode.OK);

        await app.World.Tenants.StoreProfileAsync("control", Usual, Senseless);
        await UntilAsync(() => Catalog.Unread.Count == 1);

        await ShouldServeAllAsync();
        Catalog.Invalidate();
        await ShouldServeAllAsync();
        Catalog.Unread.ShouldBe(["control"]);
        var health = (await app.CreateBrowser().GetAsync("/healthz/ready")).ShouldBeOk();
        health.Body.ShouldBe("Degraded", "the node goes on serving");
        (await TenantAsync()).Profile.Session.AbsoluteHours.ShouldBe(10);
    }

    [Fact]
    public async Task AZ_12_FP_09_OnceItCanBeReadAgain_ItIsInForce()
    {
        await app.World.Tenants.StoreProfileAsync("control", Usual, Senseless);
        Catalog.Invalidate();
        await StatusAsync("/t/control/login");

        await app.World.Tenants.StoreProfileAsync("control", Senseless, "\"absoluteHours\": 11");
        await UntilAsync(() => Catalog.Unread.Count == 0);

        (await TenantAsync()).Profile.Session.AbsoluteHours.ShouldBe(11);
        (await app.CreateBrowser().GetAsync("/healthz/ready")).ShouldBeOk().Body.ShouldBe("Healthy");
    }

    [Fact]
    public async Task AZ_21_FP_09_ATenantThatIsSwitchedOff_IsOff_WhateverItsProfile()
    {
        (await StatusAsync("/t/control/login")).ShouldBe(HttpStatusCode.OK);
        await app.World.Tenants.StoreProfileAsync("control", Usual, Senseless);
        Catalog.Invalidate();
        (await StatusAsync("/t/control/login")).ShouldBe(HttpStatusCode.OK);

        await app.World.Tenants.SuspendAsync("control");
        Catalog.Invalidate();

        (await StatusAsync("/t/control/login")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task FP_09_ANodeThatStartsWithIt_ServesTheOthers()
    {
        await app.World.Tenants.StoreProfileAsync("control", Usual, Senseless);

        await using var started = app.SecondNode();

        (await StatusAsync("/t/rental/login", started)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("/admin/login", started)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("/t/control/login", started)).ShouldBe(HttpStatusCode.NotFound);
        started.Services.GetRequiredService<TenantCatalog>().Unread.ShouldBe(["control"]);
    }

    [Fact]
    public async Task FP_04_WhatANewerReleaseStored_IsServedWithoutWhatThisOneDoesNotKnow()
    {
        await app.World.Tenants.StoreProfileAsync("control", Slug, OfTomorrow);
        await app.World.Tenants.ReplaceInProfileAsync("control", Usual, "\"absoluteHours\": 11");
        Catalog.Invalidate();

        (await TenantAsync()).Profile.Session.AbsoluteHours.ShouldBe(11);

        Catalog.Unread.ShouldBeEmpty();
        (await app.CreateBrowser().GetAsync("/healthz/ready")).ShouldBeOk().Body.ShouldBe("Healthy");
    }

    [Fact]
    public async Task FP_04_SAFE_1_AChangeHere_DoesNotLoseWhatANewerReleaseStored()
    {
        await app.World.Tenants.StoreProfileAsync("control", Slug, OfTomorrow);
        Catalog.Invalidate();
        var tenant = await TenantAsync();

        var outcome = await app.InTenantAsync("control", services => services.GetRequiredService<ProfileChanges>().ApplyAsync(
            ProfileDraft.On(tenant, tenant.Version, tenant.Profile with { HistoryDays = 90 }), "見直し"));

        outcome.ShouldBeOfType<ProfileOutcome.Refused>();
        (await app.World.Tenants.ReadAsync(row => row.Slug == "control", row => row.Profile)).ShouldNotBeNull().ShouldContain("ofTomorrow");
    }

    [Fact]
    public async Task ADMIN_3_FP_09_WhatIsRefusedToday_CanBeReplacedByWhatIsSound()
    {
        var sound = (await TenantAsync()).Profile with { HistoryDays = 90 };
        await app.World.Tenants.StoreProfileAsync("control", Usual, Senseless);
        Catalog.Invalidate();
        var (id, version) = ((await TenantAsync()).Id, await app.World.Tenants.ReadAsync(row => row.Slug == "control", row => row.Version));

        var outcome = await app.InTenantAsync("control", services =>
            services.GetRequiredService<ProfileChanges>().ApplyAsync(new ProfileDraft(id, sound, version, version), "見直し"));

        outcome.ShouldBeOfType<ProfileOutcome.Done>();
        (await TenantAsync()).Profile.HistoryDays.ShouldBe(90);
        Catalog.Unread.ShouldBeEmpty();
    }

    private async Task ShouldServeAllAsync()
    {
        foreach (var path in new[] { "/t/control/login", "/t/rental/login", "/admin/login" })
        {
            (await StatusAsync(path)).ShouldBe(HttpStatusCode.OK, path);
        }
    }

    private async Task<HttpStatusCode> StatusAsync(string path, PortalApp? node = null) =>
        (await (node ?? app).CreateBrowser().GetAsync(path)).Status;

    private async Task<PortalTenant> TenantAsync() =>
        (await Catalog.FindBySlugAsync("control", TestContext.Current.CancellationToken)).ShouldNotBeNull();

    /// <summary>A node learns of another's change within a second of the clock on the wall.</summary>
    private async Task UntilAsync(Func<bool> learnt)
    {
        while (!learnt())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await StatusAsync("/t/rental/login");
        }
    }
}
