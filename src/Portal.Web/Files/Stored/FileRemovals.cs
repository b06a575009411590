using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Files.Stores;

namespace Portal.Web.Files.Stored;

/// <summary>
/// Removes a file whose time is over: seen by nobody first, then its content, its row last. A row without content would
/// be a promise, a content without row would lie there for ever (FI-10).
/// </summary>
public sealed class FileRemovals(PortalDbContext db, UnitOfWork work, FileStores stores, AuditLog audit, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancelled)
    {
        if (await work.RunAsync(() => HideAsync(id), cancelled) is not { } file)
        {
            return false;
        }

        await stores.Of(file.Store).DeleteAsync(new FileKey(file.TenantId, file.Id), cancelled);
        await work.RunAsync(() => db.StoredFiles.Where(row => row.Id == id).ExecuteDeleteAsync(cancelled), cancelled);
        return true;
    }

    private async Task<StoredFile?> HideAsync(Guid id)
    {
        var now = clock.GetUtcNow();
        if (await db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id && file.KeptUntil <= now) is not { } file)
        {
            return null;
        }

        // Between two looks something may have taken it. Where its store fails, it comes again behind all others.
        var again = now + Pause;
        if (await db.StoredFiles.Where(row => row.Id == id && row.KeptUntil <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, StoredFileState.Leaving)
                .SetProperty(row => row.KeptUntil, again)) == 0)
        {
            return null;
        }

        // Released and discarded ones were told of when that happened, unfinished and refused ones were never there.
        if (file.State is StoredFileState.Checking or StoredFileState.Clean)
        {
            audit.Record(FileEvents.FileRemoved, FileUploader.SubjectOf(file), "unclaimed", new { file = file.Id, name = file.Name });
        }

        return file;
    }
}
