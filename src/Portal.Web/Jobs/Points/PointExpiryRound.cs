using Portal.Web.Domain.Points;
using Portal.Web.Setbacks;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs.Points;

/// <summary>Takes away what is left of periods of points that are over (PNTS-1).</summary>
public sealed class PointExpiryRound(RowByRow rows, TenantCatalog catalog) : RowRounds(rows, catalog)
{
    public override TimeSpan Interval => TimeSpan.FromMinutes(30);

    public override string Name => WorkKinds.PointExpiry;

    protected override IQueryable<Guid> Due(IServiceProvider services) => services.GetRequiredService<PointExpiry>().Due();

    protected override Task<int> HandleAsync(IServiceProvider services, Guid id) =>
        services.GetRequiredService<PointExpiry>().HandleAsync(id);
}
