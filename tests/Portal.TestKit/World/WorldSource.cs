using Microsoft.EntityFrameworkCore;
using Portal.TestKit.Databases;
using Portal.Web.Data;
using Portal.Web.Data.PostgreSql;

namespace Portal.TestKit.World;

/// <summary>The application's own model over a test's database, beneath every tenant wall.</summary>
internal sealed class WorldSource(PostgresDatabase database, TimeProvider clock)
{
    private readonly DbContextOptions<NpgsqlPortalDbContext> options =
        new DbContextOptionsBuilder<NpgsqlPortalDbContext>().UseNpgsql(database.SuperuserConnectionString).Options;

    public TimeProvider Clock => clock;

    /// <param name="tenants">Whose rows will be added; reading needs none.</param>
    public PortalDbContext Open(params IEnumerable<Guid> tenants)
    {
        var scope = new TenantScope();
        scope.UseAll(tenants);
        return new NpgsqlPortalDbContext(options, scope, clock);
    }
}
