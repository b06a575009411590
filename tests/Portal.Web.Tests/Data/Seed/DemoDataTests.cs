using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Provisioning;
using Portal.TestKit.Accounts;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Seed;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Passwords;
using Portal.Web.Features.OwnAccount.Profile;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Data.Seed;

public sealed class DemoDataTests(DemoApp demo) : IClassFixture<DemoApp>
{
    public static TheoryData<string> Tenants => ["control", "officephone", "homephone", "rental", "security", "admin"];

    [Fact]
    public async Task SITE_3_Seeding_twice_changes_nothing()
    {
        var before = await CountsAsync();

        var filled = await demo.App.Services.GetRequiredService<DemoData>().SeedAsync(TestContext.Current.CancellationToken);

        filled.ShouldBeEmpty();
        (await CountsAsync()).ShouldBe(before);
    }

    /// <summary>They are shared by all that seed in a process: what one counted, another would go on with.</summary>
    [Fact]
    public void SITE_3_TheSitesOfTheDemonstration_KeepNothing()
    {
        var assembly = typeof(DemoData).Assembly;
        var site = assembly.GetType("Portal.Web.Data.Seed.IDemoSite", throwOnError: true)!;
        var sites = assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(site)).ToList();

        sites.Count.ShouldBe(6);
        sites.SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Tenants))]
    public async Task LOCK_9_Every_lock_of_the_history_has_its_release_unless_it_still_stands(string tenant)
    {
        var events = await EventsAsync(tenant);
        var standing = await demo.App.QueryAsync(tenant,
            db => db.SignInStates.Where(row => row.StrangerLockedAt != null).Select(row => row.UserId)
            .ToListAsync(TestContext.Current.CancellationToken));

        var unreleased = events.Where(locked => locked.Kind == AuditKinds.Locked)
            .Where(locked => !events.Exists(other => other.SubjectId == locked.SubjectId && other.Kind is AuditKinds.Released
                or AuditKinds.ReleasedByTime && other.OccurredAt > locked.OccurredAt))
            .Select(locked => locked.SubjectId!.Value);

        unreleased.ShouldBe(standing, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Tenants))]
    public async Task SITE_5_The_last_sign_in_of_each_account_is_its_last_event_of_the_kind(string tenant)
    {
        var last = (await EventsAsync(tenant)).Where(happened => happened.Kind == AuditKinds.SignedIn)
            .GroupBy(happened => happened.SubjectId!.Value)
                .ToDictionary(group => group.Key, group => group.Max(happened => happened.OccurredAt));
        var states = await demo.App.QueryAsync(tenant, db => db.SignInStates.ToListAsync(TestContext.Current.CancellationToken));

        foreach (var (user, at) in last)
        {
            states.Single(row => row.UserId == user).LastSignInAt.ShouldBe(at);
        }
    }

    [Theory]
    [MemberData(nameof(Tenants))]
    public async Task HIST_2_There_are_some_hundred_events_of_the_last_sixty_days_and_none_of_the_future(string tenant)
    {
        var now = demo.App.Time.GetUtcNow();
        var events = await EventsAsync(tenant);

        events.Count.ShouldBeInRange(200, 1500);
        events.ShouldAllBe(happened => happened.OccurredAt <= now && happened.OccurredAt > now.AddDays(-61));
    }

    /// <summary>Forms begin with it; what they refused, nobody could get past without making something up.</summary>
    [Theory]
    [MemberData(nameof(Tenants))]
    public async Task TEXT_4_PROF_1_What_stands_in_the_profiles_is_what_their_form_takes(string tenant)
    {
        var stored = (await demo.App.QueryAsync(tenant,
            db => db.Users.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken))).ConvertAll(ProfileDetails.Of);

        stored.ShouldNotBeEmpty();
        await demo.App.InTenantAsync(tenant, services =>
        {
            foreach (var details in stored)
            {
                var (form, reader) = (new ProfileForm(), services.GetRequiredService<ProfileInput>().Reader());
                form.Show(details);
                ProfileInput.Read(form, new ProfileDetails(), reader).ShouldBe(details);
                reader.Problems.ShouldBeEmpty(details.ToString());
            }

            return Task.CompletedTask;
        });
    }

    [Theory]
    [InlineData("control")]
    [InlineData("security")]
    public async Task SITE_1_Announcements_are_there_with_a_banner_to_come_and_past(string tenant)
    {
        var now = demo.App.Time.GetUtcNow();
        var rows = await demo.App.QueryAsync(tenant,
            db => db.Announcements.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));

        rows.ShouldContain(row => row.HasBanner && row.IsPublished && row.ShownFrom <= now && row.ShownUntil > now);
        rows.ShouldContain(row => row.IsPublished && row.ShownFrom > now);
        rows.ShouldContain(row => row.IsPublished && row.ShownUntil < now);
    }

    [Fact]
    public async Task ADMIN_6_Articles_are_there_planned_shown_and_over()
    {
        var now = demo.App.Time.GetUtcNow();
        var rows = await demo.App.QueryAsync("security", db => db.Articles.AsNoTracking()
            .Where(row => row.IsPublished && row.Openings.Any()).ToListAsync(TestContext.Current.CancellationToken));

        var planned = rows.Where(row => row.ShownFrom > now).ToList().ShouldHaveSingleItem();
        (planned.PublishedAt, planned.UpdatedAt, planned.ViewCount).ShouldBe((planned.ShownFrom, planned.ShownFrom!.Value, 0));
        rows.Where(row => row.ShownUntil < now).ToList().ShouldHaveSingleItem().PublishedAt.ShouldNotBeNull();
        rows.Count(row => row is { ShownFrom: null, ShownUntil: null }).ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task SITE_5_Nobody_is_mailed_about_what_was_seeded() =>
        (await demo.App.World.Mails.CountAsync(row => row.Channel == OutboxChannel.Mail)).ShouldBe(0);

    [Theory]
    [InlineData("homephone")]
    [InlineData("officephone")]
    public async Task OPT_1_OPT_3_OptionServices_AreThereInEveryKindAndState(string tenant)
    {
        var rows = await demo.App.QueryAsync(tenant,
            db => db.OptionSettings.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));

        rows.Select(row => row.Service).Distinct().Count().ShouldBe(4);
        rows.Select(row => row.State).Distinct().ShouldBe(tenant == "homephone"
            ? [ProvisioningState.Applied, ProvisioningState.Retrying, ProvisioningState.Failed]
            : [ProvisioningState.Applied, ProvisioningState.Retrying], ignoreOrder: true);
        rows.ShouldAllBe(row => row.State != ProvisioningState.Applied || row.AppliedVersion == row.Version);
    }

    [Theory]
    [InlineData("control", DemoAccounts.ControlPassword)]
    [InlineData("officephone", DemoAccounts.OfficePhonePassword)]
    [InlineData("homephone", DemoAccounts.HomePhonePassword)]
    [InlineData("rental", DemoAccounts.RentalPassword)]
    [InlineData("security", DemoAccounts.SecurityPassword)]
    [InlineData("admin", DemoAccounts.StaffPassword)]
    public async Task SITE_5_A_demo_password_could_have_been_set_under_the_rules_of_its_tenant(string tenant, string password)
    {
        var against = await demo.App.InTenantAsync(tenant, async services =>
        {
            var user = await services.GetRequiredService<PortalDbContext>().Users.Include(row => row.Contract)
                .OrderBy(row => row.CreatedAt).FirstAsync();
            return await services.GetRequiredService<PasswordJudge>().ReadAsync(user);
        });
        var violations = await demo.App.WithServicesAsync(async services =>
        {
            services.GetRequiredService<CurrentTenant>()
                .Set((await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(tenant))!);
            return services.GetRequiredService<PasswordJudge>().Judge(against, password);
        });

        violations.ShouldBeEmpty();
    }

    private Task<List<AuditEvent>> EventsAsync(string tenant) =>
        demo.App.QueryAsync(tenant,
            db => db.AuditEvents.AsNoTracking().OrderBy(happened => happened.OccurredAt)
            .ToListAsync(TestContext.Current.CancellationToken));

    private async Task<long[]> CountsAsync() =>
    [
        await demo.App.World.Accounts.CountAsync(),
        await demo.App.World.Contracts.CountAsync(),
        await demo.App.World.ContractLines.CountAsync(),
        await demo.App.World.Audit.CountAsync(),
        await demo.App.World.Sessions.CountAsync(),
        await demo.App.World.StaffAssignments.CountAsync(),
        (await demo.App.World.Accounts.ListAsync(user => user.Version)).Sum(),
    ];
}
