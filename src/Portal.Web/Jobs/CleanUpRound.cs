using Portal.Web.Tenancy;

namespace Portal.Web.Jobs;

/// <summary>
/// Clears away every hour what is over: drafts, unfinished sign-ins, ended sessions, dead links, old files.
/// </summary>
public sealed class CleanUpRound(TenantWork work, TenantCatalog catalog, ILogger<CleanUpRound> log)
    : TenantRounds(work, catalog, log)
{
    public override TimeSpan Interval => TimeSpan.FromHours(1);

    public override string Name => "clean-up";

    protected override bool ComesToStaff => true;

    // A tenant that is switched off keeps no secret longer than others (ML-06).
    protected override bool ComesToSuspended => true;

    protected override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var work = services.GetRequiredService<CleanUp>();
        return await work.OfTenantAsync(cancellationToken)
            + (services.GetRequiredService<CurrentTenant>().Value.IsStaffRealm ? await work.OfAllAsync(cancellationToken) : 0);
    }
}
