using Portal.Web.Accounts;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs;

/// <summary>Looks every hour for IDs that end soon, have ended, or that nobody uses (OPER-7).</summary>
public sealed class ValidityRound(IServiceScopeFactory scopes, TenantCatalog catalog, ILogger<ValidityRound> log)
    : TenantRounds(scopes, catalog, log)
{
    public override TimeSpan Interval => TimeSpan.FromHours(1);

    public override string Name => "validity";

    protected override Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<ValidityService>().RunAsync(cancellationToken);
}
