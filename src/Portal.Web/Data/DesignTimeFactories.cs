using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Data.SqlServer;

namespace Portal.Web.Data;

/// <summary>For `dotnet ef` and model tests: a context that knows its provider and needs no server.</summary>
public sealed class NpgsqlDesignTimeFactory : IDesignTimeDbContextFactory<NpgsqlPortalDbContext>
{
    /// <summary>
    /// What asks for a model without the tenants' filters: `dotnet ef dbcontext optimize` writes none with them, and
    /// the compiled model gets its own (ADR 0151).
    /// </summary>
    internal const string ToCompile = "to-compile";

    public NpgsqlPortalDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<NpgsqlPortalDbContext>().UseNpgsql("Host=nowhere");
        return new NpgsqlPortalDbContext(
            (args.Contains(ToCompile) ? options.ReplaceService<IModelCustomizer, WithoutFilters>() : options).Options);
    }

    private sealed class WithoutFilters(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var entity in modelBuilder.Model.GetEntityTypes())
            {
                entity.SetQueryFilter(PortalDbContext.TenantFilter, null);
            }
        }
    }
}

public sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerPortalDbContext>
{
    public SqlServerPortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerPortalDbContext>().UseSqlServer("Server=nowhere").Options);
}
