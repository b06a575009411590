using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Files.Stored;

/// <summary>
/// The rounds over files of all tenants that are not suspended. Each file is taken by itself, outside of any
/// transaction while a scanner or a store is waited for; what fails stops no other and is tried again behind those that
/// have waited longer.
/// </summary>
public sealed partial class FileRunner(TenantWork work, TenantCatalog catalog, TimeProvider clock, ILogger<FileRunner> log)
{
    private const int MostAtOnce = 100;

    /// <summary>Has those looked at that wait for it.</summary>
    public Task<int> CheckAsync(CancellationToken cancelled)
    {
        var now = clock.GetUtcNow();
        return RunAsync("file-checks", file => file.State == StoredFileState.Checking && file.NextCheckAt <= now, file => file.NextCheckAt,
            (services, id) => services.GetRequiredService<FileChecks>().CheckAsync(id, cancelled), cancelled);
    }

    /// <summary>Removes those whose time is over.</summary>
    public Task<int> RemoveAsync(CancellationToken cancelled)
    {
        var now = clock.GetUtcNow();
        return RunAsync("file-removals", file => file.KeptUntil <= now, file => file.KeptUntil,
            (services, id) => services.GetRequiredService<FileRemovals>().RemoveAsync(id, cancelled), cancelled);
    }

    private async Task<int> RunAsync(string name, Expression<Func<StoredFile, bool>> due,
        Expression<Func<StoredFile, DateTimeOffset?>> since, Func<IServiceProvider, Guid, Task<bool>> handle, CancellationToken cancelled)
    {
        var tenants = (await catalog.ListAsync(cancelled)).Where(tenant => !tenant.Suspended)
            .Append(await catalog.StaffRealmAsync(cancelled)).ToDictionary(tenant => tenant.Id);
        var files = await work.LookAcrossAsync(
            tenants.Keys,
            db => db.StoredFiles.AcrossTenants(db.Scope).Where(due).OrderBy(since).ThenBy(file => file.Id).Take(MostAtOnce)
                .Select(file => new { file.TenantId, file.Id }).ToListAsync(cancelled),
            cancelled);
        var done = 0;
        foreach (var file in files)
        {
            done += await TryAsync(tenants[file.TenantId], name, file.Id, handle, cancelled) ? 1 : 0;
        }

        return done;
    }

    private async Task<bool> TryAsync(PortalTenant tenant, string name, Guid id, Func<IServiceProvider, Guid, Task<bool>> handle,
        CancellationToken cancelled)
    {
        try
        {
            await using var scope = work.Enter(tenant, WorkActor.System(name));
            return await handle(scope.ServiceProvider, id);
        }
#pragma warning disable CA1031 // one file's trouble is not the others'
        catch (Exception e) when (!cancelled.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(log, e, name, id);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} failed at file {File}")]
    private static partial void LogFailed(ILogger logger, Exception exception, string work, Guid file);
}
