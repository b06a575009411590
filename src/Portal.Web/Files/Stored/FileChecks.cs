using Microsoft.EntityFrameworkCore;
using Portal.Rules.Files;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Files.Scanning;
using Portal.Web.Files.Stores;

namespace Portal.Web.Files.Stored;

/// <summary>
/// Has files looked at. Without a verdict a file stays closed and is tried again; after a day without any it is refused
/// (FI-07). Nothing but the file's own row is asked when a verdict comes: its owner and its sender may be gone (FI-13).
/// </summary>
public sealed partial class FileChecks(PortalDbContext db, UnitOfWork work, FileStores stores, IFileScanner scanner, AuditLog audit,
    TimeProvider clock, ILogger<FileChecks> log)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);
    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    /// <summary>One that waits in the store, if no other node has it in hand.</summary>
    /// <returns>Whether it was taken in hand.</returns>
    public async Task<bool> CheckAsync(Guid id, CancellationToken cancelled)
    {
        if (await work.RunAsync(() => ClaimAsync(id), cancelled) is not { } file)
        {
            return false;
        }

        await CheckNowAsync(file, (target, stop) => CopyAsync(file, target, stop), cancelled);
        return true;
    }

    /// <returns>The state in which the file is now.</returns>
    internal async Task<StoredFileState> CheckNowAsync(StoredFile file, Func<Stream, CancellationToken, Task> write,
        CancellationToken cancelled)
    {
        var verdict = await scanner.ScanAsync(write, cancelled);
        if (verdict is ScanVerdict.Unavailable { Why: var why })
        {
            LogUnavailable(log, file.Id, why);
        }

        var state = await work.RunAsync(() => ApplyAsync(file, verdict), cancelled);
        if (state == StoredFileState.Refused)
        {
            await stores.Of(file.Store).DeleteAsync(new FileKey(file.TenantId, file.Id), CancellationToken.None);
        }

        return state;
    }

    /// <exception cref="IOException">It is not there as a whole, and half of it is no reason to clear it.</exception>
    private async Task CopyAsync(StoredFile file, Stream target, CancellationToken cancelled)
    {
        await using var counted = new CountedStream(target);
        await stores.Of(file.Store).CopyToAsync(new FileKey(file.TenantId, file.Id), counted, cancelled);
        if (counted.Count < file.Size)
        {
            throw new IOException($"Its content has {counted.Count} of {file.Size} bytes.");
        }
    }

    private async Task<StoredFile?> ClaimAsync(Guid id)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + Claim;
        return await db.StoredFiles.Where(file => file.Id == id && file.State == StoredFileState.Checking && file.NextCheckAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.NextCheckAt, until)
                .SetProperty(file => file.Checks, file => file.Checks + 1)) == 0
            ? null
            : await db.StoredFiles.AsNoTracking().SingleAsync(file => file.Id == id);
    }

    private async Task<StoredFileState> ApplyAsync(StoredFile file, ScanVerdict verdict) => verdict switch
    {
        ScanVerdict.Harmless => await ClearAsync(file),
        ScanVerdict.Found found => await RefuseAsync(file, FileRefusal.Infected, found.Name),
        _ when file.ReceivedAt + LongestWait <= clock.GetUtcNow() => await RefuseAsync(file, FileRefusal.Unchecked, null),
        _ => await PutOffAsync(file),
    };

    private async Task<StoredFileState> ClearAsync(StoredFile file)
    {
        if (await Waiting(file).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, StoredFileState.Clean)
            .SetProperty(row => row.NextCheckAt, (DateTimeOffset?)null)) > 0)
        {
            audit.Record(FileEvents.FileCleared, FileUploader.SubjectOf(file), details: new { file = file.Id, name = file.Name });
        }

        return StoredFileState.Clean;
    }

    private async Task<StoredFileState> RefuseAsync(StoredFile file, FileRefusal refusal, string? finding)
    {
        FileRefusal? reason = refusal;
        if (await Waiting(file).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, StoredFileState.Refused)
            .SetProperty(row => row.Refusal, reason).SetProperty(row => row.Finding, finding)
            .SetProperty(row => row.NextCheckAt, (DateTimeOffset?)null)) > 0)
        {
            audit.Record(FileEvents.FileRefused, FileUploader.SubjectOf(file), refusal.ToString(),
                new { file = file.Id, name = file.Name, finding });
        }

        return StoredFileState.Refused;
    }

    private async Task<StoredFileState> PutOffAsync(StoredFile file)
    {
        var pause = TimeSpan.FromMinutes(1 + file.Checks);
        DateTimeOffset? next = clock.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
        await Waiting(file).ExecuteUpdateAsync(set => set.SetProperty(row => row.NextCheckAt, next));
        return StoredFileState.Checking;
    }

    private IQueryable<StoredFile> Waiting(StoredFile file) =>
        db.StoredFiles.Where(row => row.Id == file.Id && row.State == StoredFileState.Checking);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scanner gave no verdict on file {File}: {Why}")]
    private static partial void LogUnavailable(ILogger logger, Guid file, string why);
}
