using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;

namespace Portal.Web.Tests.Data;

public sealed class ModelTests
{
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
    public void BothModels_AreOne()
    {
        using var npgsql = new NpgsqlDesignTimeFactory().CreateDbContext([]);
        using var sqlServer = new SqlServerDesignTimeFactory().CreateDbContext([]);

        Columns(sqlServer).ShouldBe(Columns(npgsql));
    }

    private static List<string> Columns(PortalDbContext db) =>
    [
        .. db.Model.GetEntityTypes().SelectMany(type => type.GetProperties(), (type, property) =>
            $"{type.GetTableName()}.{property.GetColumnName()} {property.ClrType} {property.IsNullable} {property.GetMaxLength()}").Order(),
    ];
}
