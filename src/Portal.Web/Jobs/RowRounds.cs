using Portal.Web.Setbacks;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs;

/// <summary>Work that comes round in every tenant and goes row by row, so that no row can stop the others.</summary>
public abstract class RowRounds(RowByRow rows, TenantCatalog catalog) : IRound
{
    private const int Most = 500;

    /// <summary>Also the kind under which a row is set aside.</summary>
    public abstract string Name { get; }

    public abstract TimeSpan Interval { get; }

    /// <summary>The staff's own realm has such work, too.</summary>
    protected virtual bool ComesToStaff => false;

    /// <summary>One round over all tenants that are not suspended.</summary>
    /// <returns>How many accounts something was done to.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        IEnumerable<PortalTenant> tenants = (await catalog.ListAsync(cancellationToken)).Where(tenant => !tenant.Suspended);
        foreach (var tenant in ComesToStaff ? tenants.Append(await catalog.StaffRealmAsync(cancellationToken)) : tenants)
        {
            done += await rows.RunAsync(tenant, Name, Due, HandleAsync, Most, cancellationToken);
        }

        return done;
    }

    /// <summary>The rows of the current tenant that wait.</summary>
    protected abstract IQueryable<Guid> Due(IServiceProvider services);

    protected abstract Task<int> HandleAsync(IServiceProvider services, Guid id);
}
