using Portal.Web.Setbacks;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs;

/// <summary>
/// Work that comes round in every tenant. Each tenant has a scope and a transaction of its own, sees only its own rows,
/// and cannot stop the others by failing (AZ-12, FP-09).
/// </summary>
public abstract class TenantRounds(TenantWork work, TenantCatalog catalog, ILogger log) : IRound
{
    public abstract string Name { get; }

    public abstract TimeSpan Interval { get; }

    /// <summary>The staff's own realm has such work, too.</summary>
    protected virtual bool ComesToStaff => false;

    /// <summary>The work is done in pieces, a transaction each, until nothing is left.</summary>
    protected virtual bool ComesInPieces => false;

    /// <summary>Also to tenants that are switched off.</summary>
    protected virtual bool ComesToSuspended => false;

    /// <summary>
    /// Works that have nothing to do with each other: each has its own transactions, and fails for itself.
    /// </summary>
    protected virtual IReadOnlyList<Func<IServiceProvider, CancellationToken, Task<int>>> Works => [RunAsync];

    /// <summary>One round over all tenants, as a rule without the suspended ones.</summary>
    /// <returns>How many accounts or rows something was done to.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        IEnumerable<PortalTenant> tenants = await catalog.ListAsync(cancellationToken);
        foreach (var tenant in ComesToStaff ? tenants.Append(await catalog.StaffRealmAsync(cancellationToken)) : tenants)
        {
            done += tenant.Suspended && !ComesToSuspended ? 0 : await RunPiecesAsync(tenant, cancellationToken);
        }

        return done;
    }

    private async Task<int> RunPiecesAsync(PortalTenant tenant, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var run in Works)
        {
            int piece;
            do
            {
                done += piece = await TryAsync(tenant, run, cancellationToken);
            }
            while (ComesInPieces && piece > 0);
        }

        return done;
    }

    /// <summary>The work, where it is one.</summary>
    protected virtual Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken) => Task.FromResult(0);

    private async Task<int> TryAsync(PortalTenant tenant, Func<IServiceProvider, CancellationToken, Task<int>> run,
        CancellationToken cancellationToken)
    {
        try
        {
            return await work.RunAsync(tenant, WorkActor.System(Name), services => run(services, cancellationToken),
                cancellationToken);
        }
#pragma warning disable CA1031 // one tenant's trouble is not the others'
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            TenantFailures.Record(log, e, Name, tenant.Slug);
            return 0;
        }
    }
}
