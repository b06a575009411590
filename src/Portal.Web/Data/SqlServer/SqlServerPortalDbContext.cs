using Microsoft.EntityFrameworkCore;

namespace Portal.Web.Data.SqlServer;

public sealed class SqlServerPortalDbContext : PortalDbContext
{
    public SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options)
        : base(options) =>
        Database.AutoSavepointsEnabled = false;

    // Nothing is told to a transaction here, so nothing sees when one is needed.
    protected override bool ReadsWithoutTransaction => false;

    protected override string KeyCollation => "Latin1_General_100_BIN2";

    /// <summary>What options made once for all contexts hold; a context with other options sees to it itself.</summary>
    internal static new void Prepare(DbContextOptionsBuilder options) => PortalDbContext.Prepare(options);

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (!IsPrepared(optionsBuilder))
        {
            Prepare(optionsBuilder);
        }
    }
}
