using Portal.Web.Domain.Cases.Digests;
using Portal.Web.Setbacks;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs.Cases;

/// <summary>Tells readers together what happened to their cases within two minutes (CASE-7).</summary>
public sealed class CaseDigestRound(RowByRow rows, TenantCatalog catalog) : RowRounds(rows, catalog)
{
    public override TimeSpan Interval => TimeSpan.FromSeconds(15);

    public override string Name => WorkKinds.CaseDigest;

    protected override IQueryable<Guid> Due(IServiceProvider services) => services.GetRequiredService<ICaseDigests>().Due();

    protected override Task<int> HandleAsync(IServiceProvider services, Guid id) =>
        services.GetRequiredService<ICaseDigests>().SendAsync(id);
}
