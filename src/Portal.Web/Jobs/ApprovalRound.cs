using Portal.Web.Domain.Approvals;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs;

/// <summary>Ends requests for a second person that nobody decided about in time (ADMIN-11).</summary>
public sealed class ApprovalRound(TenantWork work, TenantCatalog catalog, ILogger<ApprovalRound> log)
    : TenantRounds(work, catalog, log)
{
    public override string Name => "approvals";

    public override TimeSpan Interval => TimeSpan.FromMinutes(15);

    protected override bool ComesToStaff => true;

    protected override Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<ApprovalExpiry>().ExpireAsync();
}
