using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Setbacks;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs;

/// <summary>
/// Tells owners how often their accounts were locked on a day that had more locks than mails (ML-08).
/// </summary>
public sealed class LockMailRound(RowByRow rows, TenantCatalog catalog) : RowRounds(rows, catalog)
{
    public override TimeSpan Interval => TimeSpan.FromHours(1);

    public override string Name => WorkKinds.LockMails;

    protected override bool ComesToStaff => true;

    protected override IQueryable<Guid> Due(IServiceProvider services) => services.GetRequiredService<LockMails>().Due();

    protected override Task<int> HandleAsync(IServiceProvider services, Guid id) =>
        services.GetRequiredService<LockMails>().SumUpAsync(id);
}
