using Microsoft.Extensions.Options;
using Portal.Web.Audit.Sealing;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs.Sealing;

/// <summary>Seals each minute what came into the logs (ADMIN-7).</summary>
public sealed class AuditSealRound(TenantWork work, TenantCatalog catalog, IOptions<SealingOptions> options, ILogger<AuditSealRound> log)
    : TenantRounds(work, catalog, log)
{
    public override TimeSpan Interval => TimeSpan.FromMinutes(1);

    public override string Name => "audit-seals";

    protected override bool ComesToStaff => true;

    protected override bool ComesToSuspended => true;

    protected override bool ComesInPieces => true;

    protected override Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        options.Value.Sealing ? services.GetRequiredService<AuditSealer>().SealAsync(cancellationToken) : Task.FromResult(0);
}
