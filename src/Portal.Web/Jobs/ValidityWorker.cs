using Portal.Web.Accounts;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs;

/// <summary>Looks every hour for IDs that end soon, have ended, or that nobody uses (OPER-7).</summary>
public sealed class ValidityWorker(IServiceScopeFactory scopes, TenantCatalog catalog, IConfiguration configuration, TimeProvider clock, ILogger<ValidityWorker> log)
    : TenantRounds(scopes, catalog, configuration, clock, log)
{
    protected override TimeSpan Pause => TimeSpan.FromHours(1);

    protected override string Name => "validity";

    protected override Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<ValidityService>().RunAsync(cancellationToken);
}
