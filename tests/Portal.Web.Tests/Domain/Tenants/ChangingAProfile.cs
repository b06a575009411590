using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Tenants;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Domain.Tenants;

/// <summary>Profiles have versions: each change is one, with one event, in force at once.</summary>
public sealed class ChangingAProfile : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task ADMIN_3_TheFirstChange_KeepsWhatWasDeliveredAsNumber1_AndIsNumber2()
    {
        var changed = (await ApplyAsync(profile => WithLimit(profile, 7), "苦情が多いため")).ShouldBeOfType<ProfileOutcome.Done>();

        (changed.Version.Number, changed.Row.ProfileEdited).ShouldBe((2, true));
        (await app.World.ProfileVersions.AskAsync(rows => rows.OrderBy(row => row.Number)
            .Select(row => row.Number + " " + row.ActorKind + " " + row.ActorName + " " + row.Reason)))
            .ShouldBe(["1 System  ", "2 Staff 管理 一郎 苦情が多いため"]);
        var profiles = await app.World.ProfileVersions.AskAsync(rows => rows.OrderBy(row => row.Number).Select(row => row.Profile));
        profiles.Select(json => ProfileJson.Read(json, "version").Lockout.Limit).ShouldBe([5, 7]);
        var happened = await EventAsync(ProfileEvents.Changed);
        happened.Reason.ShouldBe("苦情が多いため");
        happened.Details.ShouldBe("""{"version":2,"groups":["lockout"],"changes":{"lockout.limit":[5,7]}}""");
    }

    [Fact]
    public async Task ADMIN_3_AChange_IsInForceOnThisNodeAtOnce_AndOnAnotherWithinASecond()
    {
        await using var other = app.SecondNode();
        (await LimitAsync(other)).ShouldBe(5);

        await ApplyAsync(profile => WithLimit(profile, 7));

        (await LimitAsync(app)).ShouldBe(7);
        for (var waited = Stopwatch.StartNew(); await LimitAsync(other) != 7;)
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task ADMIN_3_WhatComesBack_IsANewVersionThatSaysOfWhich()
    {
        await ApplyAsync(profile => WithLimit(profile, 7));

        await ApplyAsync(profile => WithLimit(profile, 5), "元に戻す", revertOf: 1);

        (await app.World.ProfileVersions.AskAsync(rows => rows.Where(row => row.Number == 3).Select(row => row.RevertOf))).ShouldBe([1]);
        (await EventAsync(ProfileEvents.Reverted)).Details!.ShouldContain("\"revertOf\":1");
    }

    [Fact]
    public async Task ADMIN_3_WhoSawAnOlderVersion_ChangesNothing()
    {
        var seen = await app.World.Tenants.ReadAsync(row => row.Slug == "control", row => row.Version);
        await ApplyAsync(profile => WithLimit(profile, 7));

        (await ApplyAsync(profile => WithLimit(profile, 9), seen: seen)).ShouldBeOfType<ProfileOutcome.Conflict>();

        (await app.World.ProfileVersions.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task SAFE_1_WhatWasMadeOfAnOlderProfile_UndoesNothing_ThoughThePageSawTheNewOne()
    {
        var known = await app.World.Tenants.ReadAsync(row => row.Slug == "control", row => row.Version);
        await ApplyAsync(profile => WithLimit(profile, 7));

        (await ApplyAsync(profile => WithLimit(profile, 5), known: known)).ShouldBeOfType<ProfileOutcome.Conflict>();

        (await ProfileAsync()).Lockout.Limit.ShouldBe(7);
    }

    [Theory]
    [InlineData("lockout.limit")]
    [InlineData("slug")]
    [InlineData("host")]
    public async Task ADMIN_3_WhatMakesNoSense_IsRefusedWithItsPlace(string path)
    {
        await app.ChangeProfileAsync("homephone", profile => profile with { Host = "phone.example.com" });
        await app.World.Tenants.ChangeAsync(row => row.Slug == "homephone", set => set.SetProperty(row => row.Host, "phone.example.com"));

        var refused = await ApplyAsync(profile => path switch
        {
            "slug" => profile with { Slug = "other" },
            "host" => profile with { Host = "phone.example.com" },
            _ => WithLimit(profile, 0),
        });

        refused.ShouldBeOfType<ProfileOutcome.Refused>().Problems.Select(problem => problem.Path).ShouldContain(path);
        (await app.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_3_TheSameProfile_IsNoVersion()
    {
        (await ApplyAsync(profile => profile)).ShouldBeOfType<ProfileOutcome.Unchanged>();

        (await app.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_10_ATenantIsMadeFromAProfile_AndItsLogBeginsWithThat()
    {
        var profile = (await ProfileAsync()) with { Slug = "clinic" };

        var made = (await CreateAsync(profile)).ShouldBeOfType<ProfileOutcome.Done>();

        (await app.World.ProfileVersions.AskAsync(rows => rows.Select(row => row.TenantId + " " + row.Number)))
            .ShouldBe([made.Row.Id + " 1"]);
        (await app.World.Audit.AskAsync(events => events.Where(row => row.TenantId == made.Row.Id).Select(row => row.Kind)))
            .ShouldBe([ProfileEvents.Created]);
        (await app.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync("clinic", TestContext.Current.CancellationToken))
            .ShouldNotBeNull();
        (await CreateAsync(profile)).ShouldBeOfType<ProfileOutcome.SlugTaken>();
    }

    private static TenantProfile WithLimit(TenantProfile profile, int limit) =>
        profile with { Lockout = profile.Lockout with { Limit = limit } };

    private static async Task<int> LimitAsync(PortalApp node) =>
        (await node.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync("control", TestContext.Current.CancellationToken))!
            .Profile.Lockout.Limit;

    private async Task<TenantProfile> ProfileAsync() =>
        ProfileJson.Read((await app.World.Tenants.ReadAsync(row => row.Slug == "control", row => row.Profile))!, "control");

    private Task<ProfileOutcome> ApplyAsync(Func<TenantProfile, TenantProfile> change, string reason = "見直し", int? revertOf = null,
        int? seen = null, int? known = null) => app.InTenantAsync("control", async services =>
    {
        services.GetRequiredService<AuditActor>().ActAs(ActorKind.Staff, "管理 一郎");
        var id = services.GetRequiredService<TenantScope>().Current;
        var version = seen ?? await app.World.Tenants.ReadAsync(row => row.Slug == "control", row => row.Version);
        var draft = new ProfileDraft(id, change(await ProfileAsync()), version, known ?? version) { RevertOf = revertOf };
        return await services.GetRequiredService<ProfileChanges>().ApplyAsync(draft, reason);
    });

    private Task<ProfileOutcome> CreateAsync(TenantProfile profile) => app.InTenantAsync("admin",
        services => services.GetRequiredService<ProfileChanges>().CreateAsync(profile, "新しいお客様"));

    private async Task<AuditEvent> EventAsync(string kind) =>
        (await app.World.Audit.AskAsync(events => events.Where(row => row.Kind == kind))).ShouldHaveSingleItem();
}
