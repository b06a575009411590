using Portal.Web.Accounts;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs;

/// <summary>Ends locks whose time is over, so that the log has the release also where nobody signs in afterwards (LOCK-9).</summary>
public sealed class LapseWorker(IServiceScopeFactory scopes, TenantCatalog catalog, IConfiguration configuration, TimeProvider clock, ILogger<LapseWorker> log)
    : TenantRounds(scopes, catalog, configuration, clock, log)
{
    protected override TimeSpan Pause => TimeSpan.FromSeconds(30);

    protected override string Name => "lapse";

    protected override Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<LockoutService>().LapseAsync(cancellationToken);
}
