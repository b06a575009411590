using Portal.Rules.Audit;
using Portal.Web.Audit.Heads;
using Portal.Web.Audit.Sealing;
using Portal.Web.Setbacks;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs.Sealing;

/// <summary>
/// Writes the newest seals down outside the database (AU-03): a round of its own, so that a disk that is full stops no
/// sealing (AU-08), and after the commit, so that it names no seal that never was.
/// </summary>
public sealed class AuditHeadRound(AuditHeads heads, TenantWork work, TenantCatalog catalog, ILogger<AuditHeadRound> log) : IRound
{
    public string Name => "audit-heads";

    public TimeSpan Interval => TimeSpan.FromMinutes(1);

    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        if (!heads.AreKept)
        {
            return 0;
        }

        var found = new List<(PortalTenant, ChainHead)>();
        foreach (var tenant in (await catalog.ListAsync(cancellationToken)).Append(await catalog.StaffRealmAsync(cancellationToken)))
        {
            if (await TryReadAsync(tenant, cancellationToken) is { } head)
            {
                found.Add((tenant, head));
            }
        }

        return await heads.WriteAsync(found, cancellationToken);
    }

    /// <returns>Null where there is none, or none can be read now.</returns>
    private async Task<ChainHead?> TryReadAsync(PortalTenant tenant, CancellationToken cancellationToken)
    {
        try
        {
            var last = await work.RunAsync(tenant, WorkActor.System(Name),
                services => services.GetRequiredService<LastSeals>().ReadAsync(cancellationToken), cancellationToken);
            return last is null ? null : ChainHead.Of(last);
        }
#pragma warning disable CA1031 // one tenant's trouble is not the others'
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            TenantFailures.Record(log, e, Name, tenant.Slug);
            return null;
        }
    }
}
