using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Setbacks;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs;

/// <summary>
/// Ends locks whose time is over, so that the log has the release also where nobody signs in afterwards (LOCK-9).
/// </summary>
public sealed class LapseRound(RowByRow rows, TenantCatalog catalog) : RowRounds(rows, catalog)
{
    public override TimeSpan Interval => TimeSpan.FromSeconds(30);

    public override string Name => WorkKinds.Lapse;

    protected override bool ComesToStaff => true;

    protected override IQueryable<Guid> Due(IServiceProvider services) => services.GetRequiredService<LockoutService>().DueForLapse();

    protected override Task<int> HandleAsync(IServiceProvider services, Guid id) =>
        services.GetRequiredService<LockoutService>().LapseAsync(id);
}
