using Portal.Web.Data.Entities;
using Portal.Web.Domain.Imports;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs.Imports;

/// <summary>
/// Renews the claim on a file for as long as this node works on it: reading a large workbook and waiting for the
/// database say nothing of how far they are, and another node would believe this one dead (ADMIN-12).
/// </summary>
internal sealed partial class ImportPulse : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private Task beating = Task.CompletedTask;

    private ImportPulse()
    {
    }

    public static ImportPulse Begin(ImportJob job, PortalTenant tenant, TenantWork work, TimeProvider clock, ILogger log)
    {
        var pulse = new ImportPulse();
        pulse.beating = pulse.BeatAsync(job, tenant, work, clock, log);
        return pulse;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await beating;
        end.Dispose();
    }

    private async Task BeatAsync(ImportJob job, PortalTenant tenant, TenantWork work, TimeProvider clock, ILogger log)
    {
        using var timer = new PeriodicTimer(ImportClaims.Claim / 3, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(end.Token) && await TryAsync(job, tenant, work, log))
            {
                // Until the work is done, or the file is another's.
            }
        }
        catch (OperationCanceledException)
        {
            // The work is done.
        }
    }

    /// <returns>False where the file is this node's no more.</returns>
    private async Task<bool> TryAsync(ImportJob job, PortalTenant tenant, TenantWork work, ILogger log)
    {
        try
        {
            return await work.RunAsync(tenant, WorkActor.System("import"),
                services => services.GetRequiredService<ImportClaims>().RenewAsync(job), end.Token);
        }
        catch (Exception) when (end.IsCancellationRequested)
        {
            return false;
        }
#pragma warning disable CA1031 // whatever it was, the work itself goes on
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogNotRenewed(log, e, job.Id); // the next one comes before the claim ends
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The claim on import {Job} was not renewed")]
    private static partial void LogNotRenewed(ILogger log, Exception exception, Guid job);
}
