using Portal.Web.Data;
using Portal.Web.Outbox;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs;

/// <summary>Removes events and messages that are older than their tenant keeps them, in pieces (HIST-5).</summary>
public sealed class RetentionRound(TenantWork work, TenantCatalog catalog, ILogger<RetentionRound> log)
    : TenantRounds(work, catalog, log)
{
    /// <summary>A piece is short enough for the time a statement may take, also on a slow disk.</summary>
    internal const int Piece = 5000;

    public override TimeSpan Interval => TimeSpan.FromHours(6);

    public override string Name => "retention";

    protected override bool ComesToStaff => true;

    protected override bool ComesInPieces => true;

    protected override async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var days = services.GetRequiredService<CurrentTenant>().Value.Profile.HistoryDays;
        var before = services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(-days);

        // Which events were removed is recorded by the function that removes them.
        return await services.GetRequiredService<AuditRetention>().TrimAsync(before, Piece, cancellationToken)
            + await services.GetRequiredService<OutboxRetention>().TrimAsync(before, Piece, cancellationToken);
    }
}
