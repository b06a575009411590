using Portal.Web.Domain.Cases;
using Portal.Web.Setbacks;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs;

/// <summary>Reminds of solved cases that nobody approves, and closes them when the time is over (CASE-3).</summary>
public sealed class CaseClosingRound(RowByRow rows, TenantCatalog catalog) : RowRounds(rows, catalog)
{
    public override TimeSpan Interval => TimeSpan.FromMinutes(15);

    public override string Name => WorkKinds.CaseClosing;

    protected override IQueryable<Guid> Due(IServiceProvider services) => services.GetRequiredService<CaseClosing>().Due();

    protected override Task<int> HandleAsync(IServiceProvider services, Guid id) =>
        services.GetRequiredService<CaseClosing>().HandleAsync(id);
}
