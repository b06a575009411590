using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Rules.Imports;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Imports;

/// <summary>A file that somebody uploads.</summary>
public sealed record ImportUpload(ImportKind Kind, string FileName, byte[] Content, Guid By, string ByName);

/// <summary>Imports as the staff sees them: asked for, confirmed, cancelled; inside the tenant they are for.</summary>
public sealed class ImportJobs(PortalDbContext db, AuditLog audit, TimeProvider clock)
{
    /// <summary>How long a file waits for its confirmation: it may have password hashes in it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>How long the result can be fetched.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private static readonly ImportState[] Open = [ImportState.Uploaded, ImportState.Checking, ImportState.Checked, ImportState.Confirmed];

    /// <summary>It waits to be checked.</summary>
    public ImportJob Request(ImportUpload upload) => Add(upload, ImportState.Uploaded, 0, ImportPartKind.File);

    /// <summary>It was checked before it came here, and waits to be confirmed.</summary>
    /// <param name="upload">What will be made of it, as JSON.</param>
    /// <param name="rows">How many it has.</param>
    public ImportJob RequestChecked(ImportUpload upload, int rows) => Add(upload, ImportState.Checked, rows, ImportPartKind.Plan);

    /// <summary>
    /// A command has taken it over, in this transaction: the staff finds it with its result as any other, and nobody is
    /// mailed, as its end was told where it was begun (ADMIN-14).
    /// </summary>
    public ImportJob KeepDone(ImportUpload upload, IReadOnlyList<ImportedRow> made)
    {
        ArgumentNullException.ThrowIfNull(upload);
        ArgumentNullException.ThrowIfNull(made);
        var now = clock.GetUtcNow();
        var job = new ImportJob
        {
            Id = Guid.CreateVersion7(),
            Kind = upload.Kind,
            State = ImportState.Done,
            Rows = made.Count,
            Handled = made.Count,
            FileName = upload.FileName,
            Size = upload.Content.Length,
            RequestedBy = upload.By,
            RequestedByName = upload.ByName,
            RequestedAt = now,
            FinishedAt = now,
            ToldAt = now,
            ExpiresAt = now + Life,
        };
        db.ImportJobs.Add(job);
        db.ImportParts.Add(new ImportPart
        {
            JobId = job.Id,
            Kind = ImportPartKind.Result,
            Content = JsonSerializer.SerializeToUtf8Bytes(made),
        });
        return job;
    }

    private ImportJob Add(ImportUpload upload, ImportState state, int rows, ImportPartKind kind)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var now = clock.GetUtcNow();
        var job = new ImportJob
        {
            Id = Guid.CreateVersion7(),
            Kind = upload.Kind,
            State = state,
            Rows = rows,
            FileName = upload.FileName,
            Size = upload.Content.Length,
            RequestedBy = upload.By,
            RequestedByName = upload.ByName,
            RequestedAt = now,
            ExpiresAt = now + Patience,
        };
        db.ImportJobs.Add(job);
        db.ImportParts.Add(new ImportPart { JobId = job.Id, Kind = kind, Content = upload.Content });
        audit.Record(ImportEvents.Of(job, ImportEvents.Uploaded), details: new { source = job.FileName });
        return job;
    }

    public Task<ImportJob?> FindAsync(Guid id)
    {
        var now = clock.GetUtcNow();
        return db.ImportJobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id && job.ExpiresAt > now);
    }

    /// <summary>The newest of a kind, as far as they are kept.</summary>
    public async Task<IReadOnlyList<ImportJob>> LatestAsync(ImportKind kind, int most)
    {
        var now = clock.GetUtcNow();
        return await db.ImportJobs.AsNoTracking().Where(job => job.Kind == kind && job.ExpiresAt > now)
            .OrderByDescending(job => job.RequestedAt).Take(most).ToListAsync();
    }

    /// <returns>Null where it is at its end.</returns>
    public async Task<CasePlan?> PlanAsync(Guid id) =>
        await PartAsync(id, ImportPartKind.Plan) is { } content ? JsonSerializer.Deserialize<CasePlan>(content) : null;

    /// <returns>Null where it does not wait for its confirmation.</returns>
    public async Task<MoveInPreview?> PreviewAsync(Guid id) =>
        await PartAsync(id, ImportPartKind.Plan) is { } content ? JsonSerializer.Deserialize<MoveInPreview>(content) : null;

    public Task<byte[]?> PartAsync(Guid id, ImportPartKind kind) =>
        db.ImportParts.Where(part => part.JobId == id && part.Kind == kind).Select(part => part.Content).SingleOrDefaultAsync();

    /// <returns>False where it does not wait for its confirmation, or not any more.</returns>
    public async Task<bool> ConfirmAsync(ImportJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var (now, until) = (clock.GetUtcNow(), clock.GetUtcNow() + Patience);
        if (await db.ImportJobs.Where(row => row.Id == job.Id && row.State == ImportState.Checked && row.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ImportState.Confirmed).SetProperty(row => row.Tries, 0)
                .SetProperty(row => row.Handled, 0).SetProperty(row => row.ExpiresAt, until)) == 0)
        {
            return false;
        }

        audit.Record(ImportEvents.Of(job, ImportEvents.Confirmed), details: new { source = job.FileName, rows = job.Rows });
        return true;
    }

    /// <returns>False where it is being taken over, or at an end.</returns>
    public async Task<bool> CancelAsync(ImportJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        var now = clock.GetUtcNow();
        if (await db.ImportJobs.Where(row => row.Id == job.Id && Open.Contains(row.State))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ImportState.Cancelled)
                .SetProperty(row => row.FinishedAt, now)) == 0)
        {
            return false;
        }

        await db.ImportParts.Where(part => part.JobId == job.Id).ExecuteDeleteAsync();
        audit.Record(ImportEvents.Of(job, ImportEvents.Cancelled), details: new { source = job.FileName });
        return true;
    }
}
