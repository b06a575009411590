using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Imports;

/// <summary>
/// The rows of imports as a node sees them that works on them. Each step is one statement that asks whether it still
/// holds, as with exports (EX-05).
/// </summary>
public sealed class ImportClaims(PortalDbContext db, AuditLog audit, TimeProvider clock)
{
    /// <summary>A node that kills itself on a file must not take all others with it.</summary>
    public const int MostTries = 3;

    /// <summary>How long a node that says nothing is believed to live.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);

    private const int LongestError = 256;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>What waits for a node, or for another than the one that has fallen silent.</summary>
    public static IQueryable<ImportJob> Due(IQueryable<ImportJob> jobs, DateTimeOffset now) => jobs.Where(job =>
        (job.State == ImportState.Uploaded || job.State == ImportState.Confirmed || job.State == ImportState.Checking
            || job.State == ImportState.Applying)
        && (job.ClaimedUntil == null || job.ClaimedUntil < now));

    /// <returns>Null where another node was faster, or it is over.</returns>
    public async Task<ImportJob?> ClaimAsync(Guid id)
    {
        var taken = await HoldAsync(id, ImportState.Uploaded, ImportState.Checking);
        taken = taken > 0 ? taken : await HoldAsync(id, ImportState.Confirmed, ImportState.Applying);
        return taken == 0 ? null : await db.ImportJobs.AsNoTracking().SingleAsync(job => job.Id == id);
    }

    /// <returns>False where it was cancelled, or another node has taken over.</returns>
    public async Task<bool> KeepAsync(ImportJob job, int handled)
    {
        var until = clock.GetUtcNow() + Claim;
        return await Held(job).ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedUntil, until)
            .SetProperty(row => row.Handled, handled)) == 1;
    }

    /// <summary>This node lives, however little there is to show of it.</summary>
    /// <inheritdoc cref="KeepAsync"/>
    public async Task<bool> RenewAsync(ImportJob job)
    {
        var until = clock.GetUtcNow() + Claim;
        return await Held(job).ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedUntil, until)) == 1;
    }

    /// <summary>Nothing is wrong: it waits for its confirmation, and the file with it.</summary>
    public async Task<bool> CheckedAsync(ImportJob job, ImportFinding finding)
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(finding);
        if (await Held(job).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, ImportState.Checked).SetProperty(row => row.Rows, finding.Rows)
            .SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null).SetProperty(row => row.Handled, finding.Rows)) == 0)
        {
            return false;
        }

        if (finding.Preview is { } preview)
        {
            Store(job, ImportPartKind.Plan, preview);
        }

        return true;
    }

    public async Task<bool> RefuseAsync(ImportJob job, ImportFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        // A heading may be a page of text, where somebody chose the wrong file.
        var error = finding.Fault == SheetFault.None ? null : Shortened.To($"{finding.Fault} {finding.Argument}".Trim(), LongestError);
        if (!await EndAsync(job, ImportState.Faulty, finding.Rows, finding.Problems.Count, error))
        {
            return false;
        }

        Store(job, ImportPartKind.Problems, finding.Problems);
        audit.Record(ImportEvents.Of(job, ImportEvents.Refused), details: new { source = job.FileName, problems = finding.Problems.Count });
        return true;
    }

    /// <summary>In the transaction of what the rows became: both are there, or neither.</summary>
    public async Task<bool> FinishAsync<T>(ImportJob job, IReadOnlyList<T> made)
    {
        ArgumentNullException.ThrowIfNull(made);
        if (!await EndAsync(job, ImportState.Done, made.Count, 0, null))
        {
            return false;
        }

        Store(job, ImportPartKind.Result, made);
        return true;
    }

    /// <summary>Something broke: once more a little later, and not for ever.</summary>
    public async Task FailAsync(ImportJob job, string error)
    {
        ArgumentNullException.ThrowIfNull(job);
        if (job.Tries < MostTries)
        {
            var (next, again) = (clock.GetUtcNow() + Pause,
                job.State == ImportState.Checking ? ImportState.Uploaded : ImportState.Confirmed);
            await Held(job).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, again).SetProperty(row => row.ClaimedUntil, next));
        }
        else if (await EndAsync(job, ImportState.Failed, job.Rows, 0, error))
        {
            audit.Record(ImportEvents.Of(job, ImportEvents.Failed), details: new { source = job.FileName, tries = job.Tries });
        }
    }

    public Task ToldAsync(Guid id)
    {
        var now = clock.GetUtcNow();
        return db.ImportJobs.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ToldAt, now));
    }

    private Task<int> HoldAsync(Guid id, ImportState waiting, ImportState taken)
    {
        var now = clock.GetUtcNow();
        var until = now + Claim;
        return Due(db.ImportJobs, now).Where(job => job.Id == id && (job.State == waiting || job.State == taken))
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.State, taken).SetProperty(job => job.ClaimedUntil, until)
                .SetProperty(job => job.Tries, job => job.Tries + 1).SetProperty(job => job.Handled, 0));
    }

    private async Task<bool> EndAsync(ImportJob job, ImportState state, int rows, int problems, string? error)
    {
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow() + ImportJobs.Life);
        if (await Held(job).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state).SetProperty(row => row.FinishedAt, now)
            .SetProperty(row => row.ExpiresAt, until).SetProperty(row => row.Rows, rows).SetProperty(row => row.Handled, rows)
            .SetProperty(row => row.Problems, problems).SetProperty(row => row.Error, error)) == 0)
        {
            return false;
        }

        await db.ImportParts.Where(part => part.JobId == job.Id
            && (part.Kind == ImportPartKind.File || part.Kind == ImportPartKind.Plan)).ExecuteDeleteAsync();
        return true;
    }

    private void Store<T>(ImportJob job, ImportPartKind kind, T content) => db.ImportParts.Add(
        new ImportPart { JobId = job.Id, Kind = kind, Content = JsonSerializer.SerializeToUtf8Bytes(content) });

    private IQueryable<ImportJob> Held(ImportJob job) => db.ImportJobs.Where(row => row.Id == job.Id && row.Tries == job.Tries
        && row.State == job.State);
}
