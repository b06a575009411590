using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.PostgreSql;

namespace Portal.Web.Tests.Data;

/// <summary>Requests borrow their context from a pool (ADR 0148); what one of them knew, the next must not.</summary>
public sealed class BorrowedContexts
{
    private const int More = 20;

    [Fact]
    public async Task AZ_14_AContextThatCameBack_KnowsNoTenantAndNothingThatWasDone()
    {
        await using var app = await PortalApp.CreateAsync();
        await new Account("control", "N0009001").AddToAsync(app);
        var tenant = await app.Database.ReadAsync<Guid>($"""SELECT "TenantId" FROM "Users" LIMIT 1""");

        // Of one context and nobody else's: the application's own pool lends to its requests at any moment.
        var pool = new PooledDbContextFactory<NpgsqlPortalDbContext>(
            app.Services.GetRequiredService<DbContextOptions<NpgsqlPortalDbContext>>(), poolSize: 1);

        NpgsqlPortalDbContext borrowed;
        await using (borrowed = await pool.CreateDbContextAsync())
        {
            var scope = new TenantScope();
            scope.Use(tenant);
            borrowed.Serve(scope, app.Time);
            (await borrowed.Users.SingleAsync()).Department = "changed and not saved";
            borrowed.RecordedEvents.Add(new AuditEvent { Kind = "test", CorrelationId = "test" });
            await borrowed.OpenUnitAsync(atOnce: true, CancellationToken.None);
        }

        await using var again = await pool.CreateDbContextAsync();
        again.ShouldBeSameAs(borrowed, "the pool gives out again what came back");
        (borrowed.Scope.Visible, borrowed.Scope.Current).ShouldBe(([], Guid.Empty));
        (borrowed.IsInUnit, borrowed.AppliedScope, borrowed.RecordedEvents.Count).ShouldBe((false, null, 0));
        borrowed.Database.CurrentTransaction.ShouldBeNull();
        borrowed.ChangeTracker.Entries().ShouldBeEmpty();
        (await borrowed.Users.IgnoreQueryFilters().CountAsync()).ShouldBe(0);
    }

    /// <summary>What reads a file of 100,000 rows leaves tables of that size behind in its context.</summary>
    [Fact]
    public async Task PERF_5_WorkOfTheBackground_HasAContextOfItsOwn()
    {
        await using var app = await PortalApp.CreateAsync();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < More; i++)
        {
            await app.WithServicesAsync(provider =>
            {
                seen.Add(provider.GetRequiredService<PortalDbContext>()).ShouldBeTrue("nobody had it before");
                return Task.CompletedTask;
            });
        }
    }
}
