using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Performance;

/// <summary>
/// What is only read costs no transaction, and the wall between tenants stands all the same (ADR 0077).
/// </summary>
public sealed class ReadingWithoutTransactions : IAsyncLifetime
{
    private readonly Begun begun = new();
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync(services: services =>
            services.ConfigureDbContext<NpgsqlPortalDbContext>(options => options.AddInterceptors(begun)));
        await new Account("control", "N0009001") { IsManager = true }.AddToAsync(app);
        await new Account("rental", "R900001") { Email = "taro@rental.example.jp" }.AddToAsync(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("home")]
    [InlineData("operators")]
    [InlineData("account/login-history")]
    public async Task PERF_2_APageThatOnlyReads_BeginsNoTransaction(string page)
    {
        var browser = app.CreateBrowser();
        await browser.SignInAsync("control", "N0009001");
        await browser.GetAsync("/t/control/" + page);
        begun.Take();

        (await browser.GetAsync("/t/control/" + page)).ShouldBeOk();

        begun.Take().ShouldBe(0);
    }

    [Fact]
    public async Task REL_2_APageForStrangers_ShowsByItsTransactionThatTheDatabaseIsThere()
    {
        begun.Take();

        (await app.CreateBrowser().GetAsync("/t/control/login")).ShouldBeOk();

        begun.Take().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task AZ_14_AQueryWithoutATransaction_SeesItsTenantAlone_AndItsConnectionKeepsNothing()
    {
        var (control, rental) = (await IdAsync("control"), await IdAsync("rental"));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var sight = scope.ServiceProvider.GetRequiredService<TenantScope>();
        Task<List<Guid>> SeenAsync() => db.Users.IgnoreQueryFilters().Select(user => user.TenantId).Distinct().ToListAsync();

        sight.Use(control);
        (await SeenAsync()).ShouldBe([control]);
        sight.Use(rental);
        (await SeenAsync()).ShouldBe([rental]);
        sight.Clear();
        (await SeenAsync()).ShouldBeEmpty();
    }

    private async Task<Guid> IdAsync(string slug) =>
        (await app.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync(slug, TestContext.Current.CancellationToken))!.Id;

    /// <summary>How many transactions began since the last time; tests start no workers.</summary>
    private sealed class Begun : DbTransactionInterceptor
    {
        private int count;

        public int Take() => Interlocked.Exchange(ref count, 0);

        public override ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData,
            DbTransaction result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref count);
            return ValueTask.FromResult(result);
        }
    }
}
