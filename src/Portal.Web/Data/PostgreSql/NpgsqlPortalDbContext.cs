using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Web.Data.PostgreSql;

public sealed class NpgsqlPortalDbContext : PortalDbContext
{
    private static readonly Lazy<IModel> LazyModel = new(() =>
    {
        using var db = new NpgsqlPortalDbContext(new DbContextOptionsBuilder<NpgsqlPortalDbContext>().UseNpgsql("Host=nowhere").Options,
            new TenantScope(), TimeProvider.System);
        return db.Model;
    });

    public NpgsqlPortalDbContext(DbContextOptions<NpgsqlPortalDbContext> options, TenantScope scope, TimeProvider clock)
        : base(options, scope, clock)
    {
        // Row-level security needs the tenant setting, and that lives in a transaction.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>The model of all contexts, for options that are made once: no context has to look for it.</summary>
    internal static IModel SharedModel => LazyModel.Value;

    protected override bool ReadsWithoutTransaction => true;

    protected override string KeyCollation => "C";

    /// <summary>What options made once for all contexts hold; a context with other options sees to it itself.</summary>
    internal static new void Prepare(DbContextOptionsBuilder options)
    {
        PortalDbContext.Prepare(options);
        options.AddInterceptors(TenantScopeInterceptor.Instance, TenantScopeTransactionInterceptor.Instance);
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.Interceptors?.Contains(TenantScopeInterceptor.Instance) != true)
        {
            Prepare(optionsBuilder);
        }
    }
}
