using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Homes;

namespace Portal.Web.Tests.Features.Home;

/// <summary>
/// What homes count is compiled once for each shape: everybody of the demonstration, one after the other, gets what is
/// counted for nobody else (PERF-2).
/// </summary>
public sealed class CountedTogether : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() =>
        app = await PortalApp.CreateAsync(new Dictionary<string, string?> { ["Portal:Demo"] = "true" });

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("control", "operators/ending")]
    [InlineData("officephone", "operators/ending")]
    [InlineData("homephone", null)]
    [InlineData("rental", "orders/basket")]
    [InlineData("security", "operators/ending")]
    public Task PERF_2_Compiled_ItIsWhatIsPutTogetherAnew(string tenant, string? something) => app.InTenantAsync(tenant, async services =>
    {
        var (db, session) = (services.GetRequiredService<PortalDbContext>(), services.GetRequiredService<CurrentSession>());
        var sections = services.GetServices<IHomeSection>().ToList();
        var counted = new HashSet<string>();
        var users = await db.Users.AsNoTracking().Include(row => row.Contract).OrderBy(row => row.UserName).ToListAsync();
        await EndSoonAsync(db, users.Where((_, at) => at % 2 == 0));
        if (await db.RentalItems.FirstOrDefaultAsync() is { } item)
        {
            db.BasketLines.AddRange(users.Where((_, at) => at % 2 == 0)
                .Select(user => new BasketLine { UserId = user.Id, ItemId = item.Id }));
            await db.SaveChangesAsync();
        }

        foreach (var user in users)
        {
            session.Enter(new SessionLookup(new Session { UserId = user.Id, User = user, SidHash = [], SecurityStamp = "" }, null));
            List<HomeAsk> asks = [.. sections.Select(section => section.Ask()).OfType<HomeAsk>()];
            IReadOnlyList<HomeCount> anew = [.. asks.SelectMany(ask => ask.Counts(db))];

            var (compiled, expected) = (await db.ReadAsync(asks), await anew.ReadAsync());
            anew.Select(count => (count.Key, compiled[count.Key])).ShouldBe(
                anew.Select(count => (count.Key, expected[count.Key])), user.UserName);
            counted.UnionWith(anew.Where(count => compiled[count.Key] > 0).Select(count => count.Key));
        }

        counted.Contains(something ?? "").ShouldBe(something is not null);
    });

    private static Task EndSoonAsync(PortalDbContext db, IEnumerable<PortalUser> users)
    {
        var ids = users.Select(user => user.Id).ToList();
        return db.Users.Where(row => ids.Contains(row.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(user => user.ValidUntil, new DateOnly(2026, 5, 20)));
    }
}
