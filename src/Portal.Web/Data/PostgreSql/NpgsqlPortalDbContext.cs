using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Portal.Web.Data.PostgreSql;

public sealed class NpgsqlPortalDbContext : PortalDbContext
{
    private static readonly Lazy<IModel> LazyModel = new(() =>
    {
        using var db = OfNoDatabase();
        return db.Model;
    });

    public NpgsqlPortalDbContext(DbContextOptions<NpgsqlPortalDbContext> options)
        : base(options)
    {
        // Row-level security needs the tenant setting, and that lives in a transaction.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
        Database.AutoSavepointsEnabled = false;
    }

    internal NpgsqlPortalDbContext(DbContextOptions<NpgsqlPortalDbContext> options, TenantScope scope, TimeProvider clock)
        : this(options) =>
        Serve(scope, clock);

    /// <summary>The model of all contexts, for options that are made once: no context has to look for it.</summary>
    internal static IModel SharedModel => LazyModel.Value;

    /// <summary>
    /// Of a part of a row and of a whole one. The first ones take a third of a second of compilation, whatever they ask
    /// for (PERF-5).
    /// </summary>
    internal static void MakeStatements()
    {
        using var db = OfNoDatabase();
        _ = db.DataProtectionKeys.OrderBy(key => key.Id).Select(key => key.Xml).ToQueryString();
        _ = db.Tenants.ToQueryString();
    }

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
        if (!IsPrepared(optionsBuilder))
        {
            Prepare(optionsBuilder);
        }
    }

    private static NpgsqlPortalDbContext OfNoDatabase() =>
        new(new DbContextOptionsBuilder<NpgsqlPortalDbContext>().UseNpgsql("Host=nowhere").Options);
}
