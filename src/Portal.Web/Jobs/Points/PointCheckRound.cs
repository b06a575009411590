using Portal.Web.Domain.Points;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs.Points;

/// <summary>Adds every ledger of points up, and alarms where one is not what its entries say (PNTS-1).</summary>
public sealed class PointCheckRound(TenantWork work, TenantCatalog catalog, ILogger<PointCheckRound> log) : TenantRounds(work, catalog, log)
{
    public override TimeSpan Interval => TimeSpan.FromHours(1);

    public override string Name => "point-check";

    protected override Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<PointCheck>().RunAsync();
}
