using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.Starting;

namespace Portal.Web.Tests.Data;

public sealed class ModelTests
{
    /// <summary>Its workers take what is due of any tenant, each on the database it is connected to.</summary>
    private const string Queue = "Outbox index ";

    [Fact]
    public void PostgreSqlMigrations_KeepUpWithTheModel()
    {
        using var db = new NpgsqlDesignTimeFactory().CreateDbContext([]);

        db.Database.HasPendingModelChanges()
            .ShouldBeFalse("dotnet ef migrations add <name> -c NpgsqlPortalDbContext -o Data/PostgreSql/Migrations");
    }

    [Fact]
    public void SqlServerMigrations_KeepUpWithTheModel()
    {
        using var db = new SqlServerDesignTimeFactory().CreateDbContext([]);

        db.Database.HasPendingModelChanges()
            .ShouldBeFalse("dotnet ef migrations add <name> -c SqlServerPortalDbContext -o Data/SqlServer/Migrations");
    }

    [Fact]
    public void FP_04_PERF_5_TheMigrationsThatAReleaseKnows_AreThoseThatEfFinds()
    {
        using var npgsql = new NpgsqlDesignTimeFactory().CreateDbContext([]);
        using var sqlServer = new SqlServerDesignTimeFactory().CreateDbContext([]);

        KnownMigrations.Of(DatabaseProvider.PostgreSql).ShouldBe(npgsql.Database.GetMigrations(), ignoreOrder: true);
        KnownMigrations.Of(DatabaseProvider.SqlServer).ShouldBe(sqlServer.Database.GetMigrations(), ignoreOrder: true);
    }

    [Fact]
    public void BothModels_AreOne()
    {
        using var npgsql = new NpgsqlDesignTimeFactory().CreateDbContext([]);
        using var sqlServer = new SqlServerDesignTimeFactory().CreateDbContext([]);

        Columns(sqlServer).ShouldBe(Columns(npgsql));
    }

    [Fact]
    public void SCALE_3_ATableOfATenant_HasTheTenantFirstInEachKeyAndIndex_SoThatItCanBeDistributedByIt()
    {
        using var db = new NpgsqlDesignTimeFactory().CreateDbContext([]);
        var tables = db.Model.GetEntityTypes().Where(type => typeof(ITenantOwned).IsAssignableFrom(type.ClrType)).ToList();

        tables.Count.ShouldBeGreaterThan(40);
        tables.SelectMany(type => type.GetKeys().Select(key => (Name: $"{type.GetTableName()} key", key.Properties))
                .Concat(type.GetIndexes().Select(index => (Name: $"{type.GetTableName()} index", index.Properties))))
            .Where(each => each.Properties[0].Name != nameof(ITenantOwned.TenantId))
            .Select(each => $"{each.Name} ({string.Join(", ", each.Properties.Select(property => property.Name))})")
            .Where(found => !found.StartsWith(Queue, StringComparison.Ordinal)).ShouldBe([]);
    }

    private static List<string> Columns(PortalDbContext db) =>
    [
        .. db.Model.GetEntityTypes().SelectMany(type => type.GetProperties(), (type, property) =>
            $"{type.GetTableName()}.{property.GetColumnName()} {property.ClrType} {property.IsNullable} {property.GetMaxLength()}").Order(),
    ];
}
