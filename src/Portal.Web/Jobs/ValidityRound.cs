using Portal.Web.Domain.Accounts.Access;
using Portal.Web.Setbacks;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs;

/// <summary>Looks every hour for IDs that end soon, have ended, or that nobody uses (OPER-7).</summary>
public sealed class ValidityRound(RowByRow rows, TenantCatalog catalog) : RowRounds(rows, catalog)
{
    public override TimeSpan Interval => TimeSpan.FromHours(1);

    public override string Name => WorkKinds.Validity;

    protected override IQueryable<Guid> Due(IServiceProvider services) => services.GetRequiredService<ValidityService>().Due();

    protected override Task<int> HandleAsync(IServiceProvider services, Guid id) =>
        services.GetRequiredService<ValidityService>().RunAsync(id);
}
