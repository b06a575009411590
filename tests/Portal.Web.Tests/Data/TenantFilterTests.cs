using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Starting;

namespace Portal.Web.Tests.Data;

/// <summary>The first wall, looked at without the second: what is sent to a database confines itself.</summary>
public sealed class TenantFilterTests
{
    [Theory]
    [InlineData(DatabaseProvider.PostgreSql)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void AZ_01_EveryTableOfATenant_IsAskedForTheTenantOfTheContextThatAsks(DatabaseProvider provider)
    {
        var (one, another) = (Guid.NewGuid(), Guid.NewGuid());
        using var ofOne = Context(provider, one);
        using var ofAnother = Context(provider, another);
        var tables = ofOne.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(ITenantOwned))).ToList();

        tables.Count.ShouldBeGreaterThan(60);
        foreach (var table in tables)
        {
            Statement(ofOne, table).ShouldContain(one.ToString(), Case.Insensitive, table.Name);
            Statement(ofAnother, table).ShouldContain(another.ToString(), Case.Insensitive, table.Name);
            Statement(ofAnother, table).ShouldContain("WHERE", Case.Sensitive, table.Name);
        }
    }

    [Fact]
    public void AZ_01_PERF_5_AModelThatWouldReadATableWithoutItsFilter_IsRefused()
    {
        using var confined = new NpgsqlDesignTimeFactory().CreateDbContext([]);
        using var open = new NpgsqlDesignTimeFactory().CreateDbContext([NpgsqlDesignTimeFactory.ToCompile]);

        Should.NotThrow(() => TenantFilters.Require(Designed(confined)));
        Should.NotThrow(() => TenantFilters.Require(confined.Model));
        Should.Throw<InvalidOperationException>(() => TenantFilters.Require(Designed(open))).Message.ShouldContain("without the filter");
    }

    private static IModel Designed(PortalDbContext db) => db.GetService<IDesignTimeModel>().Model;

    private static PortalDbContext Context(DatabaseProvider provider, Guid tenant)
    {
        PortalDbContext db = provider == DatabaseProvider.PostgreSql
            ? new NpgsqlDesignTimeFactory().CreateDbContext([])
            : new SqlServerDesignTimeFactory().CreateDbContext([]);
        var scope = new TenantScope();
        scope.Use(tenant);
        db.Serve(scope, TimeProvider.System);
        return db;
    }

    private static string Statement(PortalDbContext db, IEntityType table) =>
        ((IQueryable)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(table.ClrType).Invoke(db, null)!)
            .ToQueryString();
}
