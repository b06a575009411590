using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Data.SqlServer;

namespace Portal.Web.Data;

/// <summary>For `dotnet ef` and model tests: a context that knows its provider and needs no server.</summary>
public sealed class NpgsqlDesignTimeFactory : IDesignTimeDbContextFactory<NpgsqlPortalDbContext>
{
    public NpgsqlPortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<NpgsqlPortalDbContext>().UseNpgsql("Host=nowhere").Options);
}

public sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerPortalDbContext>
{
    public SqlServerPortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerPortalDbContext>().UseSqlServer("Server=nowhere").Options);
}
