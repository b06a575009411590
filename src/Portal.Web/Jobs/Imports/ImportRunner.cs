using Microsoft.EntityFrameworkCore;
using Portal.Rules.Imports;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Imports;
using Portal.Web.Files.Tables;
using Portal.Web.Mail;
using Portal.Web.Tenancy;

namespace Portal.Web.Jobs.Imports;

/// <summary>
/// Checks the files that wait, and takes over those that were confirmed. A file is taken over in one transaction: what
/// a killed node began is not there, and another begins anew (ADMIN-12). Those of a suspended tenant wait (AZ-21).
/// </summary>
public sealed partial class ImportRunner(TenantWork work, TenantCatalog catalog, TimeProvider clock, ILogger<ImportRunner> log)
{
    private const int MostAtOnce = 20;
    private static readonly ImportState[] Told = [ImportState.Done, ImportState.Faulty, ImportState.Failed];

    /// <returns>How many files were taken in hand.</returns>
    public async Task<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var tenants = (await catalog.ListAsync(cancellationToken)).Where(tenant => !tenant.Suspended).ToDictionary(tenant => tenant.Id);
        var done = 0;
        foreach (var (tenantId, jobId) in await DueAsync([.. tenants.Keys], cancellationToken))
        {
            done += await TryAsync(tenants[tenantId], jobId, cancellationToken) ? 1 : 0;
        }

        foreach (var (tenantId, job) in await OwedAsync([.. tenants.Keys], cancellationToken))
        {
            await TryTellAsync(tenants[tenantId], job, cancellationToken);
        }

        return done;
    }

    private async Task<List<(Guid TenantId, Guid JobId)>> DueAsync(Guid[] tenants, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await work.LookAcrossAsync(tenants,
            db => ImportClaims.Due(db.ImportJobs.AcrossTenants(db.Scope), now).OrderBy(job => job.RequestedAt).Take(MostAtOnce)
                .Select(job => new { job.TenantId, job.Id }).ToListAsync(cancellationToken), cancellationToken);
        return [.. due.Select(job => (job.TenantId, job.Id))];
    }

    private async Task<List<(Guid TenantId, ImportJob Job)>> OwedAsync(Guid[] tenants, CancellationToken cancellationToken)
    {
        var owed = await work.LookAcrossAsync(tenants,
            db => db.ImportJobs.AcrossTenants(db.Scope).AsNoTracking().Where(job => Told.Contains(job.State) && job.ToldAt == null)
                .OrderBy(job => job.RequestedAt).Take(MostAtOnce).ToListAsync(cancellationToken), cancellationToken);
        return [.. owed.Select(job => (job.TenantId, job))];
    }

    // What cannot be taken in hand leaves the files behind it alone.
    private async Task<bool> TryAsync(PortalTenant tenant, Guid jobId, CancellationToken cancellationToken)
    {
        ImportJob? job = null;
        try
        {
            job = await InAsync(tenant, WorkActor.System("import"), claims => claims.ClaimAsync(jobId));
            if (job is null)
            {
                return false;
            }

            if (job.Tries > ImportClaims.MostTries)
            {
                // Each node that had it fell silent before it could say so: the file may be what ends them (FP-09).
                LogAbandoned(log, jobId);
                await TryFailAsync(tenant, job, "Abandoned");
                return true;
            }

            await using var pulse = ImportPulse.Begin(job, tenant, work, clock, log);
            await (job.State == ImportState.Checking
                ? CheckAsync(tenant, job, cancellationToken)
                : ApplyAsync(tenant, job, cancellationToken));
        }
        catch (ImportEndedException)
        {
            // Cancelled, or another node believed this one dead and works on it.
        }
#pragma warning disable CA1031 // one file's trouble is told to who uploaded it and is not the others'
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(log, e, jobId);
            await TryFailAsync(tenant, job, e.GetType().Name);
        }

        return true;
    }

    private async Task CheckAsync(PortalTenant tenant, ImportJob job, CancellationToken cancellationToken)
    {
        var (lines, fault, place) = await LinesAsync(tenant, job, cancellationToken);
        var finding = fault == SheetFault.None
            ? await work.RunAsync(tenant, Actor(job), services => services.GetRequiredService<MovingIn>().CheckAsync(job.Kind, lines),
                cancellationToken)
            : new ImportFinding(0, fault, place, []);
        await InAsync(tenant, Actor(job),
            claims => finding.IsFit ? claims.CheckedAsync(job, finding) : claims.RefuseAsync(job, finding));
    }

    private async Task ApplyAsync(PortalTenant tenant, ImportJob job, CancellationToken cancellationToken)
    {
        var finding = job.Kind == ImportKind.Cases
            ? await OpenAsync(tenant, job, cancellationToken)
            : await MoveInAsync(tenant, job, cancellationToken);
        if (!finding.IsFit)
        {
            // Since it was checked somebody else took an ID, or a contract went.
            await InAsync(tenant, Actor(job), claims => claims.RefuseAsync(job, finding));
        }
    }

    private async Task<ImportFinding> MoveInAsync(PortalTenant tenant, ImportJob job, CancellationToken cancellationToken)
    {
        var (lines, _, _) = await LinesAsync(tenant, job, cancellationToken);
        return await work.RunAsync(tenant, Actor(job), async services =>
        {
            var outcome = await services.GetRequiredService<MovingIn>()
                .ApplyAsync(job.Kind, lines, job.FileName, handled => KeepAsync(tenant, job, handled));
            if (outcome.Finding.IsFit && !await services.GetRequiredService<ImportClaims>().FinishAsync(job, outcome.Made))
            {
                throw new ImportEndedException();
            }

            return outcome.Finding;
        }, cancellationToken);
    }

    private Task<ImportFinding> OpenAsync(PortalTenant tenant, ImportJob job, CancellationToken cancellationToken) =>
        work.RunAsync(tenant, Actor(job), async services =>
        {
            var outcome = await services.GetRequiredService<CaseFileRun>().ApplyAsync(job, handled => KeepAsync(tenant, job, handled))
                ?? throw new ImportEndedException();
            if (outcome.Finding.IsFit && !await services.GetRequiredService<ImportClaims>().FinishAsync(job, outcome.Made))
            {
                throw new ImportEndedException();
            }

            return outcome.Finding;
        }, cancellationToken);

    private async Task<(IReadOnlyList<ImportLine> Lines, SheetFault Fault, string Place)> LinesAsync(PortalTenant tenant, ImportJob job,
        CancellationToken cancellationToken)
    {
        var content = await work.RunAsync(tenant, Actor(job),
            services => services.GetRequiredService<ImportJobs>().PartAsync(job.Id, ImportPartKind.File), cancellationToken);
        var table = TableFile.Read(content ?? throw new ImportEndedException(), UserImport.Headings(tenant, job.Kind).Known,
            TableLimits.Bulk);
        return table.Problem is { } problem
            ? ([], SheetFaults.Of(problem), table.Place)
            : ([.. table.Rows.Select(row => new ImportLine(row.Number, row.Cells))], SheetFault.None, "");
    }

    /// <summary>Says in a transaction of its own that this node lives and how far it is: the page shows it.</summary>
    private async Task KeepAsync(PortalTenant tenant, ImportJob job, int handled)
    {
        if (!await InAsync(tenant, Actor(job), claims => claims.KeepAsync(job, handled)))
        {
            throw new ImportEndedException();
        }
    }

    /// <summary>Where even that cannot be noted, the claim runs out, and the file comes again.</summary>
    private async Task TryFailAsync(PortalTenant tenant, ImportJob? job, string error)
    {
        if (job is null)
        {
            return;
        }

        try
        {
            await InAsync(tenant, Actor(job), async claims =>
            {
                await claims.FailAsync(job, error);
                return true;
            });
        }
#pragma warning disable CA1031 // one file's trouble is not the others'
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailed(log, e, job.Id);
        }
    }

    // Whom one cannot tell comes again; the others hear of their files all the same.
    private async Task TryTellAsync(PortalTenant tenant, ImportJob job, CancellationToken cancellationToken)
    {
        try
        {
            await TellAsync(tenant, job, cancellationToken);
        }
#pragma warning disable CA1031 // one mail's trouble is not the others'
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotTold(log, e, job.Id);
        }
    }

    private async Task TellAsync(PortalTenant tenant, ImportJob job, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(tenant, job, cancellationToken);
        }
        catch (DbUpdateException e) when (DatabaseFailure.IsDuplicate(e))
        {
            // Another node tells it at this moment.
        }

        await InAsync(tenant, WorkActor.System("import"), async claims =>
        {
            await claims.ToldAsync(job.Id);
            return true;
        });
    }

    /// <summary>The mail is of the staff's realm, so it has a transaction there; its key makes it one mail.</summary>
    private async Task WriteAsync(PortalTenant tenant, ImportJob job, CancellationToken cancellationToken)
    {
        var realm = await catalog.StaffRealmAsync(cancellationToken);
        await work.RunAsync(realm, WorkActor.System("import"), async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            if (await db.Users.SingleOrDefaultAsync(row => row.Id == job.RequestedBy, cancellationToken) is { } user)
            {
                await services.GetRequiredService<MailQueue>().EnqueueAsync(
                    ImportEndedMail.Of(job, tenant), user, $"import/{job.Id:N}", cancellationToken);
            }

            return true;
        }, cancellationToken);
    }

    /// <summary>Who uploaded the file is who moves its people in, and opens its cases.</summary>
    private static WorkActor Actor(ImportJob job) => new(ActorKind.Staff, job.RequestedByName, job.RequestedBy);

    private Task<T> InAsync<T>(PortalTenant tenant, WorkActor actor, Func<ImportClaims, Task<T>> act) =>
        work.RunAsync(tenant, actor, services => act(services.GetRequiredService<ImportClaims>()));

    private sealed class ImportEndedException : Exception;

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Job} failed")]
    private static partial void LogFailed(ILogger logger, Exception exception, Guid job);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {Job} is given up: every node that worked on it fell silent")]
    private static partial void LogAbandoned(ILogger logger, Guid job);

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody could be told how import {Job} ended")]
    private static partial void LogNotTold(ILogger logger, Exception exception, Guid job);
}
