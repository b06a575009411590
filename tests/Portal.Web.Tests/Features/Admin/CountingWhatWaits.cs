using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Admin;
using Portal.Web.Features.Admin.Shared;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.Admin;

/// <summary>
/// What waits for the staff is compiled once for each shape: every member of it, one after the other, gets what is
/// counted for nobody else (ADMIN-9, ADMIN-11, PERF-2).
/// </summary>
public sealed class CountingWhatWaits : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() =>
        app = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "true" });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public Task ADMIN_9_ADMIN_11_PERF_2_Compiled_ItIsWhatIsPutTogetherAnew() => app.InTenantAsync("admin", async services =>
    {
        var (db, scope) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<TenantScope>());
        var (realm, tenants) = (scope.Current, await services.GetRequiredService<TenantCatalog>().ListAsync());
        var (me, other) = (Guid.NewGuid(), Guid.NewGuid());
        scope.UseStaff(realm, tenants.Select(tenant => tenant.Id));
        await AskForApprovalAsync(db, tenants, me, other);
        var counted = new Dictionary<string, HashSet<int>>();
        foreach (var (id, role) in new[] { (me, AccountRole.Agent), (other, AccountRole.TenantAdministrator) })
        {
            foreach (var reach in tenants.Select(tenant => (IReadOnlyList<PortalTenant>)[tenant])
                .Concat([tenants, [.. tenants.Take(2)], [.. tenants.Skip(1)], []]))
            {
                scope.UseStaff(realm, reach.Select(tenant => tenant.Id));
                var user = new PortalUser { Id = id, Role = role, Door = "email" };
                services.GetRequiredService<CurrentSession>()
                    .Enter(new SessionLookup(new Session { UserId = id, User = user, SidHash = [], SecurityStamp = "" }, null));
                await ShouldBeAlikeAsync(services, db, reach, counted);
            }
        }

        counted["approvals/waiting"].Order().ShouldBe([0, 1, 2]);
        counted["lockouts"].Count.ShouldBeGreaterThan(1);
        counted["cases/unassigned"].Max().ShouldBePositive();
        counted["orders/waiting"].Max().ShouldBePositive();
    });

    private static async Task ShouldBeAlikeAsync(IServiceProvider services, PortalDbContext db, IReadOnlyList<PortalTenant> reach,
        Dictionary<string, HashSet<int>> counted)
    {
        HomeAsk[] asks =
        [
            services.GetRequiredService<LockoutList>().Ask("lockouts", reach),
            .. services.GetServices<IStaffSection>().Select(section => section.Ask(reach)).OfType<HomeAsk>(),
        ];
        IReadOnlyList<HomeCount> anew = [.. asks.SelectMany(ask => ask.Counts(db))];

        var (compiled, expected) = (await db.ReadAsync(asks), await anew.ReadAsync());

        anew.Select(count => (count.Key, compiled[count.Key])).ShouldBe(anew.Select(count => (count.Key, expected[count.Key])));
        foreach (var key in anew.Select(count => count.Key))
        {
            counted.TryAdd(key, []);
            counted[key].Add(compiled[key]);
        }
    }

    /// <summary>Two of the first site and one of the second, asked for by two people.</summary>
    private async Task AskForApprovalAsync(PortalDbContext db, IReadOnlyList<PortalTenant> tenants, Guid me, Guid other)
    {
        foreach (var (tenant, by) in new[] { (tenants[0], me), (tenants[0], other), (tenants[1], me) })
        {
            db.ApprovalRequests.Add(new ApprovalRequest
            {
                TenantId = tenant.Id,
                Id = Guid.NewGuid(),
                Key = by.ToString(),
                RequestedById = by,
                RequestedAt = app.Time.GetUtcNow(),
                ExpiresAt = app.Time.GetUtcNow().AddDays(1),
            });
        }

        await db.SaveChangesAsync();
    }
}
