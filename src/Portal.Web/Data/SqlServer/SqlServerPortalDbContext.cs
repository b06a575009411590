using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Data.SqlServer;

public sealed class SqlServerPortalDbContext : PortalDbContext
{
    public SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options, TenantScope scope, TimeProvider clock)
        : base(options, scope, clock) =>
        Database.AutoSavepointsEnabled = false;

    // Nothing is told to a transaction here, so nothing sees when one is needed.
    protected override bool ReadsWithoutTransaction => false;

    protected override string KeyCollation => "Latin1_General_100_BIN2";

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => Prepare(optionsBuilder);
}
