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

    public ImportJob Request(ImportUpload upload)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var now = clock.GetUtcNow();
        var job = new ImportJob
        {
            Id = Guid.CreateVersion7(),
            Kind = upload.Kind,
            FileName = upload.FileName,
            Size = upload.Content.Length,
            RequestedBy = upload.By,
            RequestedByName = upload.ByName,
            RequestedAt = now,
            ExpiresAt = now + Patience,
        };
        db.ImportJobs.Add(job);
        db.ImportParts.Add(new ImportPart { JobId = job.Id, Kind = ImportPartKind.File, Content = upload.Content });
        audit.Record(ImportEvents.Uploaded, details: new { source = job.FileName });
        return job;
    }

    public Task<ImportJob?> FindAsync(Guid id)
    {
        var now = clock.GetUtcNow();
        return db.ImportJobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id && job.ExpiresAt > now);
    }

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

        audit.Record(ImportEvents.Confirmed, details: new { source = job.FileName, rows = job.Rows });
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
        audit.Record(ImportEvents.Cancelled, details: new { source = job.FileName });
        return true;
    }
}
