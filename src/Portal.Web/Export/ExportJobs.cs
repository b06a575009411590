using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Export.Xlsx;

namespace Portal.Web.Export;

/// <summary>
/// Files that take too long to wait for: asked for, seen, cancelled and fetched by their owner alone (HIST-3, AZ-20).
/// </summary>
public sealed class ExportJobs(PortalDbContext db, UnitOfWork work, AuditLog audit, TimeProvider clock)
{
    private const string Format = "xlsx";

    /// <summary>How long a file can be fetched; one that is never made is forgotten after the same time.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private static readonly ExportState[] Unfinished = [ExportState.Waiting, ExportState.Running];

    /// <param name="by">Who takes it, and in which contract: there all that becomes of it is recorded.</param>
    /// <returns>False where the user has one under way: one at a time (EX-03).</returns>
    public async Task<bool> RequestAsync(PortalUser user, AuditSubject by, ExportRequest request)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(request);

        // Two requests at once take turns at the account's row.
        await db.Users.Where(row => row.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
        if (await db.ExportJobs.AnyAsync(job => job.UserId == user.Id && Unfinished.Contains(job.State)))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        db.ExportJobs.Add(new ExportJob
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            Kind = request.Kind,
            Format = Format,
            Filter = (request.Contents with { ContractId = by.ContractId }).Write(),
            FileName = request.FileName,
            RequestedAt = now,
            ExpiresAt = now + Life,
        });
        audit.Record(ExportEvents.ExportRequested, by, request.Kind,
            new { filter = request.Contents.Facts, format = Format });
        return true;
    }

    /// <summary>Those of a user that can still be seen, newest first.</summary>
    public async Task<IReadOnlyList<ExportJob>> ListAsync(Guid userId)
    {
        var now = clock.GetUtcNow();
        return await db.ExportJobs.AsNoTracking().Where(job => job.UserId == userId && job.ExpiresAt > now)
            .OrderByDescending(job => job.RequestedAt).ToListAsync();
    }

    /// <param name="by">Its owner's account.</param>
    /// <returns>How many were cancelled: none where it is over already; null where the user has no such job.</returns>
    public async Task<int?> CancelAsync(AuditSubject by, Guid id)
    {
        ArgumentNullException.ThrowIfNull(by);
        var own = db.ExportJobs.Where(job => job.Id == id && job.UserId == by.Id);
        if (await own.AsNoTracking().SingleOrDefaultAsync() is not { } asked)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var cancelled = await own.Where(job => Unfinished.Contains(job.State))
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.State, ExportState.Cancelled).SetProperty(job => job.FinishedAt, now));
        if (cancelled > 0)
        {
            audit.Record(ExportEvents.ExportCancelled, ExportContents.SubjectOf(asked, by), asked.Kind);
        }

        return cancelled;
    }

    /// <summary>A finished file of that user; null also for one whose time is over.</summary>
    public async Task<ExportJob?> FindFileAsync(Guid userId, Guid id)
    {
        var now = clock.GetUtcNow();
        return await db.ExportJobs.AsNoTracking()
            .SingleOrDefaultAsync(job => job.Id == id && job.UserId == userId && job.State == ExportState.Done && job.ExpiresAt > now);
    }

    /// <summary>
    /// The file piece by piece, each from a short transaction of its own: no connection waits for a slow reader.
    /// </summary>
    public StreamedDownload Download(ExportJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new StreamedDownload(job.FileName, XlsxDocument.ContentType, async (target, cancelled) =>
        {
            for (var number = 0; await PieceAsync(job.Id, number) is { } piece; number++)
            {
                await target.WriteAsync(piece, cancelled);
            }
        });
    }

    private Task<byte[]?> PieceAsync(Guid jobId, int number) =>
        work.RunAsync(() => db.ExportChunks.Where(chunk => chunk.JobId == jobId && chunk.Number == number).Select(chunk => chunk.Content)
            .SingleOrDefaultAsync());
}
