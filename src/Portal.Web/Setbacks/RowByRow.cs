using Microsoft.EntityFrameworkCore;
using Portal.Web.Tenancy;

namespace Portal.Web.Setbacks;

/// <summary>
/// Works through the rows of a tenant, each in a scope and a transaction of its own: one that cannot be handled stops
/// neither the rows behind it nor other tenants, is tried again later and less and less often, and is set aside in the
/// end (OB-04, FP-09).
/// </summary>
public sealed partial class RowByRow(TenantWork tenants, ILogger<RowByRow> log)
{
    /// <param name="work">One of <see cref="WorkKinds"/>; also the actor of what is recorded.</param>
    /// <param name="due">The rows that wait, in their order.</param>
    /// <param name="handle">Handles one row, and says how much it did.</param>
    /// <param name="most">How many rows at most.</param>
    /// <returns>The sum of what <paramref name="handle"/> said. Failing work is logged, never thrown.</returns>
    public Task<int> RunAsync(
        PortalTenant tenant,
        string work,
        Func<IServiceProvider, IQueryable<Guid>> due,
        Func<IServiceProvider, Guid, Task<int>> handle,
        int most,
        CancellationToken cancellationToken) =>
        RunAsync(tenant, work, due, (_, _) => Task.FromResult(0), (services, id, _) => handle(services, id), most, cancellationToken);

    /// <param name="work">One of <see cref="WorkKinds"/>; also the actor of what is recorded.</param>
    /// <param name="due">The rows that wait, in their order.</param>
    /// <param name="prepare">The costly part of a row, in its scope and before its transaction.</param>
    /// <param name="handle">Handles one row with what was prepared, and says how much it did.</param>
    /// <param name="most">How many rows at most.</param>
    /// <returns>The sum of what <paramref name="handle"/> said. Failing work is logged, never thrown.</returns>
    public async Task<int> RunAsync<TReady>(
        PortalTenant tenant,
        string work,
        Func<IServiceProvider, IQueryable<Guid>> due,
        Func<IServiceProvider, Guid, Task<TReady>> prepare,
        Func<IServiceProvider, Guid, TReady, Task<int>> handle,
        int most,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        var done = 0;
        try
        {
            foreach (var id in await InAsync(tenant, work, services => DueAsync(services, work, due(services), most, cancellationToken)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                done += await TryAsync(tenant, work, id, prepare, handle);
            }
        }
#pragma warning disable CA1031 // one tenant's trouble is not the others'
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            TenantFailures.Record(log, e, work, tenant.Slug);
        }

        return done;
    }

    private static Task<List<Guid>> DueAsync(IServiceProvider services, string work, IQueryable<Guid> due, int most,
        CancellationToken cancellationToken)
    {
        var resting = services.GetRequiredService<SetbackLedger>().Resting(work);
        return due.Where(id => !resting.Contains(id)).Take(most).ToListAsync(cancellationToken);
    }

    private async Task<int> TryAsync<TReady>(
        PortalTenant tenant,
        string work,
        Guid id,
        Func<IServiceProvider, Guid, Task<TReady>> prepare,
        Func<IServiceProvider, Guid, TReady, Task<int>> handle)
    {
        try
        {
            return await tenants.RunAsync(tenant, WorkActor.System(work), services => prepare(services, id), async (services, ready) =>
            {
                var done = await handle(services, id, ready);
                await services.GetRequiredService<SetbackLedger>().ForgetAsync(work, id);
                return done;
            });
        }
#pragma warning disable CA1031 // whatever it was, the row is at fault until somebody has looked
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailedRow(log, e, work, id, tenant.Slug);

            // In a transaction of its own, as the row's is gone. Where this fails as well, the database is the trouble.
            return await InAsync(tenant, work, async services =>
            {
                await services.GetRequiredService<SetbackLedger>().CountAsync(work, id, e);
                return 0;
            });
        }
    }

    private Task<T> InAsync<T>(PortalTenant tenant, string work, Func<IServiceProvider, Task<T>> act) =>
        tenants.RunAsync(tenant, WorkActor.System(work), act);

    [LoggerMessage(1, LogLevel.Error, "{Work} failed at row {Row} of tenant {Tenant}")]
    private static partial void LogFailedRow(ILogger logger, Exception exception, string work, Guid row, string tenant);
}
