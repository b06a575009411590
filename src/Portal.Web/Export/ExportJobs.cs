using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Export.Xlsx;
using Portal.Web.Tenancy;

namespace Portal.Web.Export;

/// <summary>What a job needs to know to make the file that its owner saw on the screen.</summary>
/// <param name="Facts">The conditions in the form in which the audit log keeps them.</param>
internal sealed record ExportContents(HistoryScope Scope, HistoryFilter Filter, string Title, string Zone, string Language,
    JsonElement Facts)
{
    public static ExportContents Of(ExportJob job) => JsonSerializer.Deserialize<ExportContents>(job.Filter)!;
}

/// <summary>
/// Files that take too long to wait for: asked for, seen, cancelled and fetched by their owner alone (HIST-3, AZ-20).
/// </summary>
public sealed class ExportJobs(PortalDbContext db, UnitOfWork work, AuditLog audit, TimeProvider clock)
{
    public const string HistoryKind = "sign-in-history";

    /// <summary>How long a file can be fetched; one that is never made is forgotten after the same time.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly ExportState[] Unfinished = [ExportState.Waiting, ExportState.Running];

    /// <returns>False where the user has one under way: one at a time (EX-03).</returns>
    public async Task<bool> RequestAsync(PortalUser user, HistoryOrder order, object facts, string language)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(order);

        // Two requests at once take turns at the account's row.
        await db.Users.Where(row => row.Id == user.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version));
        if (await db.ExportJobs.AnyAsync(job => job.UserId == user.Id && Unfinished.Contains(job.State)))
        {
            return false;
        }

        var now = clock.GetUtcNow();

        // What happens from now on was not on the screen (EX-04), this request least of all.
        var closed = order.Filter with { Until = order.Filter.Until is { } until && until < now ? until : now };
        var contents = new ExportContents(order.Scope, closed, order.Title, order.Zone, language,
            JsonSerializer.SerializeToElement(facts, WithoutNulls));
        db.ExportJobs.Add(new ExportJob
        {
            Id = Guid.CreateVersion7(),
            UserId = user.Id,
            Kind = HistoryKind,
            Format = "xlsx",
            Filter = JsonSerializer.Serialize(contents),
            FileName = order.FileName(now, "xlsx"),
            RequestedAt = now,
            ExpiresAt = now + Life,
        });
        audit.Record(AuditKinds.ExportRequested, AuditSubject.Of(user), HistoryKind, new { filter = facts, format = "xlsx" });
        return true;
    }

    /// <summary>Those of a user that can still be seen, newest first.</summary>
    public async Task<IReadOnlyList<ExportJob>> ListAsync(Guid userId)
    {
        var now = clock.GetUtcNow();
        return await db.ExportJobs.AsNoTracking().Where(job => job.UserId == userId && job.ExpiresAt > now)
            .OrderByDescending(job => job.RequestedAt).ToListAsync();
    }

    /// <returns>How many were cancelled: none where it is over already; null where the user has no such job.</returns>
    public async Task<int?> CancelAsync(PortalUser user, Guid id)
    {
        ArgumentNullException.ThrowIfNull(user);
        var own = db.ExportJobs.Where(job => job.Id == id && job.UserId == user.Id);
        if (!await own.AnyAsync())
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var cancelled = await own.Where(job => Unfinished.Contains(job.State))
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.State, ExportState.Cancelled).SetProperty(job => job.FinishedAt, now));
        if (cancelled > 0)
        {
            audit.Record(AuditKinds.ExportCancelled, AuditSubject.Of(user), HistoryKind);
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

    /// <summary>Whose events are in it: what one may see then is asked again when it is fetched.</summary>
    public static HistoryScope ScopeOf(ExportJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return ExportContents.Of(job).Scope;
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
