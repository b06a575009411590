using Portal.Web.Data;

namespace Portal.Web.Tenancy;

/// <summary>
/// The way into a tenant for work that no request brings: a scope of its own that sees this tenant alone, with its
/// actor, and one transaction (AZ-12). Whoever set these by hand would forget one of them one day, and rows would go to
/// the wrong tenant or events bear no name.
/// </summary>
public sealed class TenantWork(IServiceScopeFactory scopes)
{
    /// <summary>One piece of work in one transaction.</summary>
    public Task<T> RunAsync<T>(PortalTenant tenant, WorkActor actor, Func<IServiceProvider, Task<T>> work,
        CancellationToken cancellationToken = default) =>
        RunAsync(tenant, actor, _ => Task.FromResult(0), (services, _) => work(services), cancellationToken);

    /// <param name="prepare">What is costly, such as a hash: in the same scope, before the transaction.</param>
    /// <inheritdoc cref="RunAsync{T}(PortalTenant, WorkActor, Func{IServiceProvider, Task{T}}, CancellationToken)"/>
    public async Task<T> RunAsync<TReady, T>(PortalTenant tenant, WorkActor actor, Func<IServiceProvider, Task<TReady>> prepare,
        Func<IServiceProvider, TReady, Task<T>> work, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prepare);
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = Enter(tenant, actor);
        var services = scope.ServiceProvider;
        var ready = await prepare(services);
        return await services.GetRequiredService<UnitOfWork>().RunAsync(() => work(services, ready), cancellationToken);
    }

    /// <summary>
    /// For what has to be done to rows whatever their tenant's profile says, also where this release cannot read it.
    /// </summary>
    public async Task<T> RunOnRowsAsync<T>(Guid tenant, WorkActor actor, Func<IServiceProvider, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantEntry>().EnterRows(tenant);
        scope.ServiceProvider.GetRequiredService<IActorRecord>().ActAs(actor.Kind, actor.Name, actor.Id);
        return await scope.ServiceProvider.GetRequiredService<UnitOfWork>().RunAsync(() => work(scope.ServiceProvider));
    }

    /// <summary>For what reads in pieces, each in a transaction of its own. To be disposed.</summary>
    public AsyncServiceScope Enter(PortalTenant tenant, WorkActor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantEntry>().Enter(tenant);
        scope.ServiceProvider.GetRequiredService<IActorRecord>().ActAs(actor.Kind, actor.Name, actor.Id);
        return scope;
    }

    /// <summary>
    /// Looks at rows of several tenants at once, in one transaction; whatever is found is worked on tenant by tenant.
    /// </summary>
    public async Task<T> LookAcrossAsync<T>(IEnumerable<Guid> tenants, Func<PortalDbContext, Task<T>> look,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(look);
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<TenantScope>().UseAll(tenants);
        var db = services.GetRequiredService<PortalDbContext>();
        return await services.GetRequiredService<UnitOfWork>().RunAsync(() => look(db), cancellationToken);
    }
}
