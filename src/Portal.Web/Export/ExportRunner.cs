using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Export.Xlsx;
using Portal.Web.Tenancy;

namespace Portal.Web.Export;

/// <summary>
/// Makes the files that wait. On several nodes at once each file is made by one; what a killed node began, another
/// begins anew (EX-05).
/// </summary>
public sealed partial class ExportRunner(
    IServiceScopeFactory scopes, TenantWork work, TenantCatalog catalog, TimeProvider clock, ILogger<ExportRunner> log)
{
    private const int RowsBetweenSigns = 5000;
    private const int MostAtOnce = 20;

    /// <returns>How many files were taken in hand.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var tenants = (await catalog.ListAsync(cancellationToken)).Where(tenant => !tenant.Suspended)
            .Append(await catalog.StaffRealmAsync(cancellationToken)).ToDictionary(tenant => tenant.Id);
        var done = 0;
        foreach (var (tenantId, jobId) in await DueAsync([.. tenants.Keys], cancellationToken))
        {
            done += await TryAsync(tenants[tenantId], jobId, cancellationToken) ? 1 : 0;
        }

        return done;
    }

    private async Task<List<(Guid TenantId, Guid JobId)>> DueAsync(Guid[] tenants, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await work.LookAcrossAsync(
            tenants,
            db => db.ExportJobs.AcrossTenants(db.Scope)
                .Where(job => job.State == ExportState.Waiting || (job.State == ExportState.Running && job.ClaimedUntil < now))
                .OrderBy(job => job.RequestedAt).Take(MostAtOnce).Select(job => new { job.TenantId, job.Id })
                .ToListAsync(cancellationToken),
            cancellationToken);
        return [.. due.Select(job => (job.TenantId, job.Id))];
    }

    // Also what cannot even be taken, or be told to have failed, leaves the files behind it alone (OB-04).
    private async Task<bool> TryAsync(PortalTenant tenant, Guid jobId, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(tenant, jobId, cancellationToken);
        }
#pragma warning disable CA1031 // see above
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(log, e, jobId);
            return false;
        }
    }

    private async Task<bool> RunAsync(PortalTenant tenant, Guid jobId, CancellationToken cancellationToken)
    {
        if (await InAsync(tenant, claims => claims.ClaimAsync(jobId)) is not { } job)
        {
            return false;
        }

        await MakeOrFailAsync(tenant, job, cancellationToken);
        return true;
    }

    private async Task MakeOrFailAsync(PortalTenant tenant, ExportJob job, CancellationToken cancellationToken)
    {
        try
        {
            var problem = job.Tries > ExportClaims.MostTries ? "abandoned" : await MakeAsync(tenant, job, cancellationToken);
            if (problem is not null)
            {
                await InAsync(tenant, claims => FailAsync(claims, job, problem));
            }
        }
        catch (ExportEndedException)
        {
            // Cancelled by its owner, or another node believed this one dead and makes it.
        }
#pragma warning disable CA1031 // one file's trouble is told to its owner and is not the others'
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(log, e, job.Id);
            await InAsync(tenant, claims => FailAsync(claims, job, e.GetType().Name));
        }
    }

    /// <returns>Null once the file is there; else why there can be none.</returns>
    private async Task<string?> MakeAsync(PortalTenant tenant, ExportJob job, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetRequiredService<ExportSources>().Find(job.Kind) is not { } source)
        {
            return $"There is no source of the kind \"{job.Kind}\".";
        }

        // The words of the file are those of its reader.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(ExportContents.Of(job).Language);
        var count = 0;
        var table = source.Table(tenant, job, rows =>
        {
            count = rows;
            return Task.CompletedTask;
        });
        await using var file = TemporaryFile.Create();
        await XlsxDocument.WriteAsync(file, table with { Rows = WithSignsAsync(tenant, job, table.Rows, cancellationToken) },
            cancellationToken: cancellationToken);
        if (!await InAsync(tenant, claims => claims.FinishAsync(job, file, count, cancellationToken)))
        {
            throw new ExportEndedException();
        }

        return null;
    }

    /// <summary>Says now and then that this node lives, and hears whether the file is still wanted.</summary>
    private async IAsyncEnumerable<IReadOnlyList<object?>> WithSignsAsync(PortalTenant tenant, ExportJob job,
        IAsyncEnumerable<IReadOnlyList<object?>> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (count++ % RowsBetweenSigns == 0 && !await InAsync(tenant, claims => claims.KeepAsync(job)))
            {
                throw new ExportEndedException();
            }

            yield return row;
        }
    }

    private Task<T> InAsync<T>(PortalTenant tenant, Func<ExportClaims, Task<T>> act) =>
        work.RunAsync(tenant, WorkActor.System("export"), services => act(services.GetRequiredService<ExportClaims>()));

    private static async Task<bool> FailAsync(ExportClaims claims, ExportJob job, string error)
    {
        await claims.FailAsync(job, error);
        return true;
    }

    private sealed class ExportEndedException : Exception;

    [LoggerMessage(Level = LogLevel.Error, Message = "Export {Job} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, Guid job);
}
