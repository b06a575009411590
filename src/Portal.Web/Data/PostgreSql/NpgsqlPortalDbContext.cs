using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Data.PostgreSql;

public sealed class NpgsqlPortalDbContext : PortalDbContext
{
    public NpgsqlPortalDbContext(DbContextOptions<NpgsqlPortalDbContext> options, TenantScope scope, TimeProvider clock)
        : base(options, scope, clock)
    {
        // Row-level security needs the tenant setting, and that lives in a transaction.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        Database.AutoSavepointsEnabled = false;
    }

    protected override string KeyCollation => "C";

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        base.OnConfiguring(optionsBuilder);
        optionsBuilder.AddInterceptors(TenantScopeInterceptor.Instance, TenantScopeTransactionInterceptor.Instance);
    }
}
