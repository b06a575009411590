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

    // After days without workers there may be more than one statement may take the time for.
    protected override bool ComesInPieces => true;

    protected override IReadOnlyList<Func<IServiceProvider, CancellationToken, Task<int>>> Works { get; } =
    [
        .. CleanUp.OfTenant.Select(kind => (Func<IServiceProvider, CancellationToken, Task<int>>)((services, cancellationToken) =>
            kind(services.GetRequiredService<CleanUp>(), cancellationToken))),
        .. CleanUp.OfAll.Select(kind => (Func<IServiceProvider, CancellationToken, Task<int>>)((services, cancellationToken) =>
            services.GetRequiredService<CurrentTenant>().Value.IsStaffRealm
                ? kind(services.GetRequiredService<CleanUp>(), cancellationToken)
                : Task.FromResult(0))),
    ];
}
