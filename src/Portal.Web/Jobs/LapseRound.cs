using Portal.Web.Accounts;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs;

/// <summary>Ends locks whose time is over, so that the log has the release also where nobody signs in afterwards (LOCK-9).</summary>
public sealed class LapseRound(IServiceScopeFactory scopes, TenantCatalog catalog, ILogger<LapseRound> log)
    : TenantRounds(scopes, catalog, log)
{
    public override TimeSpan Interval => TimeSpan.FromSeconds(30);

    public override string Name => "lapse";

    protected override Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<LockoutService>().LapseAsync(cancellationToken);
}
