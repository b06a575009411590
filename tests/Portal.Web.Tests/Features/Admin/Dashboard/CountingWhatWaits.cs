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

namespace Portal.Web.Tests.Features.Admin.Dashboard;

/// <summary>
/// What waits for the staff, and the figures beside it, are compiled once for each shape: every member of it, one after
/// the other, gets what is counted for nobody else (ADMIN-9, ADMIN-11, PERF-2).
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
        for (var day = 0; day < 2; day++)
        {
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

            app.Time.Advance(TimeSpan.FromDays(1));
        }

        counted["approvals/waiting"].Order().ShouldBe([0, 1, 2]);
        counted["lockouts"].Count.ShouldBeGreaterThan(1);
        counted["cases/unassigned"].Max().ShouldBePositive();
        counted["orders/waiting"].Max().ShouldBePositive();
        counted.Count(each => each.Key.StartsWith("figure", StringComparison.Ordinal) && each.Value.Max() > 0).ShouldBeGreaterThan(10);
    });

    private async Task ShouldBeAlikeAsync(IServiceProvider services, PortalDbContext db, IReadOnlyList<PortalTenant> reach,
        Dictionary<string, HashSet<int>> counted)
    {
        HomeAsk[] asks =
        [
            services.GetRequiredService<LockoutList>().Ask("lockouts", reach),
            .. services.GetServices<IStaffSection>().Select(section => section.Ask(reach)).OfType<HomeAsk>(),
            .. Figures(services, reach).Select((cell, at) => new FigureCount($"figure {at}", cell.Ask)),
        ];
        IReadOnlyList<HomeCount> anew = [.. asks.SelectMany(ask => ask.Counts(db))];

        var (compiled, expected) = (await db.ReadManyAsync(asks), await anew.ReadAsync());

        anew.Select(count => (count.Key, compiled[count.Key])).ShouldBe(anew.Select(count => (count.Key, expected[count.Key])));
        foreach (var key in anew.Select(count => count.Key))
        {
            counted.TryAdd(key, []);
            counted[key].Add(compiled[key]);
        }
    }

    /// <summary>All that the first page counts beside what waits.</summary>
    private IEnumerable<FigureCell> Figures(IServiceProvider services, IReadOnlyList<PortalTenant> reach)
    {
        var today = DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime);
        FigurePeriod Period(int days)
        {
            var from = today.AddDays(1 - days);
            return new FigurePeriod(days, from, new DateTimeOffset(from.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero));
        }

        FigurePeriod[] periods = [Period(1), Period(7), Period(30)];
        return services.GetServices<IStaffFigures>()
            .SelectMany(figures =>
                figures.Came(reach, periods).Concat(figures.Stands(reach)).Concat(figures.Table(reach, today)?.Rows ?? []))
            .SelectMany(row => row.Cells);
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
