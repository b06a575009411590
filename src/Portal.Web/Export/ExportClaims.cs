using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Mail;
using Portal.Web.Setbacks;

namespace Portal.Web.Export;

/// <summary>
/// The rows of jobs as a node sees them that makes them: taken by one, kept alive while it works, ended by the one that
/// holds them. Each step is one statement that asks whether it still holds (EX-05).
/// </summary>
internal sealed class ExportClaims(PortalDbContext db, MailQueue mails, SetbackLedger setbacks, AuditLog audit, TimeProvider clock)
{
    /// <summary>A node that kills itself on a job must not take all others with it.</summary>
    public const int MostTries = 3;

    private const int PieceSize = 512 * 1024;
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(1);

    /// <returns>Null where another node was faster, or it is over.</returns>
    public async Task<ExportJob?> ClaimAsync(Guid id)
    {
        var now = clock.GetUtcNow();
        var until = now + Claim;
        var taken = await db.ExportJobs.Where(job => job.Id == id
                && (job.State == ExportState.Waiting || (job.State == ExportState.Running && job.ClaimedUntil < now)))
            .ExecuteUpdateAsync(set => set
                .SetProperty(job => job.State, ExportState.Running).SetProperty(job => job.StartedAt, now)
                .SetProperty(job => job.ClaimedUntil, until).SetProperty(job => job.Tries, job => job.Tries + 1));
        return taken == 0 ? null : await db.ExportJobs.AsNoTracking().SingleAsync(job => job.Id == id);
    }

    /// <returns>False where it was cancelled, or another node has taken over.</returns>
    public async Task<bool> KeepAsync(ExportJob job)
    {
        var until = clock.GetUtcNow() + Claim;
        return await Held(job).ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedUntil, until)) == 1;
    }

    /// <summary>Stores the whole file with its end: half a file is never offered.</summary>
    public async Task<bool> FinishAsync(ExportJob job, Stream file, int rows, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (size, expires) = (file.Length, now + ExportJobs.Life);
        var held = await Held(job).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, ExportState.Done).SetProperty(row => row.FinishedAt, now)
                    .SetProperty(row => row.ExpiresAt, expires)
                .SetProperty(row => row.Rows, rows).SetProperty(row => row.Size, size),
            cancellationToken);
        if (held == 0)
        {
            return false;
        }

        await StoreAsync(job, file, cancellationToken);
        var user = await db.Users.SingleAsync(row => row.Id == job.UserId, cancellationToken);
        audit.Record(ExportEvents.Exported, ExportContents.SubjectOf(job, AuditSubject.Of(user)), job.Kind,
            new { filter = ExportContents.Of(job).Facts, rows, format = job.Format });
        await mails.EnqueueAsync(new ExportReadyMail(job.FileName, rows, expires), user, $"export/{job.Id}", cancellationToken);
        return true;
    }

    public async Task FailAsync(ExportJob job, string error)
    {
        var now = clock.GetUtcNow();
        if (await Held(job)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ExportState.Failed).SetProperty(row => row.FinishedAt, now)
                .SetProperty(row => row.Error, error)) == 1)
        {
            var user = await db.Users.SingleAsync(row => row.Id == job.UserId);
            audit.Record(ExportEvents.ExportFailed, ExportContents.SubjectOf(job, AuditSubject.Of(user)), job.Kind,
                new { tries = job.Tries });
            await setbacks.SetAsideAsync(WorkKinds.Export, job.Id, error, job.Tries);
        }
    }

    private async Task StoreAsync(ExportJob job, Stream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var piece = new byte[PieceSize];
        for (var number = 0; await file.ReadAtLeastAsync(piece, PieceSize, throwOnEndOfStream: false, cancellationToken) is > 0
            and var length; number++)
        {
            var chunk = new ExportChunk { JobId = job.Id, Number = number, Content = piece[..length] };
            db.ExportChunks.Add(chunk);
            await db.SaveChangesAsync(cancellationToken);
            db.Entry(chunk).State = EntityState.Detached;
        }
    }

    private IQueryable<ExportJob> Held(ExportJob job) =>
        db.ExportJobs.Where(row => row.Id == job.Id && row.State == ExportState.Running && row.Tries == job.Tries);
}
