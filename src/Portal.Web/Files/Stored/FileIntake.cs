using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Rules.Files;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Files.Scanning;
using Portal.Web.Files.Stores;
using Portal.Web.Tenancy;

namespace Portal.Web.Files.Stored;

/// <summary>
/// Takes a file in: on this machine's disk, looked at, announced as a row, its content into the store, and only then
/// seen. Nothing is held while anybody is waited for, and whatever breaks off leaves no file that can be seen (FI-10).
/// </summary>
public sealed class FileIntake(PortalDbContext db, UnitOfWork work, KeyLock turns, FileStores stores, IFileScanner scanner,
    FileChecks checks, AuditLog audit, CurrentTenant tenant, IOptions<FilesOptions> options, TimeProvider clock)
{
    /// <summary>How long a file waits for something to take it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Forms that one user may have open with files in them.</summary>
    private const int MostForms = 5;

    /// <summary>At one that comes in beside: half a minute.</summary>
    private const int MostLooks = 150;

    private static readonly TimeSpan LongestReceipt = TimeSpan.FromHours(1);
    private static readonly TimeSpan BesideAnother = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);
    private static readonly TimeSpan BeforeTheRound = TimeSpan.FromMinutes(3);

    /// <summary>To be called outside of a transaction.</summary>
    /// <exception cref="IOException">The sender hung up; nothing is kept.</exception>
    public async Task<FileReceipt> ReceiveAsync(FileArrival arrival, Stream sent, CancellationToken cancelled)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        var limits = tenant.Value.Profile.Files.Limits();
        if (FileRules.OfName(arrival.Name, limits) is { } wrongName)
        {
            return await RefuseAsync(arrival, 0, wrongName);
        }

        await using var spool = await FileSpool.FillAsync(sent, limits.LargestFile, cancelled);
        var finding = FileRules.Judge(arrival.Name, spool.Anew(), limits);
        if (finding is not { Kind: { } kind })
        {
            return await RefuseAsync(arrival, spool.Length, finding.Refusal!.Value);
        }

        var (row, isThere, refusal) = await AnnounceAsync(arrival, spool, kind, limits, cancelled);
        if (refusal is { } full)
        {
            return await RefuseAsync(arrival, spool.Length, full);
        }

        return isThere
            ? new FileReceipt(row!.Id, row.Name, row.Size, null) { IsWaiting = row.State != StoredFileState.Clean }
            : await KeepAsync(row!, spool, cancelled);
    }

    /// <summary>Whether it would be taken, by its name and its bytes; nothing of it is kept.</summary>
    /// <returns>Null where it would.</returns>
    public async Task<FileRefusal?> LookAsync(string name, Stream sent, CancellationToken cancelled)
    {
        var limits = tenant.Value.Profile.Files.Limits();
        if (FileRules.OfName(name, limits) is { } wrongName)
        {
            return wrongName;
        }

        await using var spool = await FileSpool.FillAsync(sent, limits.LargestFile, cancelled);
        return FileRules.Judge(name, spool.Anew(), limits).Refusal;
    }

    /// <summary>
    /// The other half of a double click waits until the first one's content is whole, holding no connection meanwhile;
    /// where that one broke off, it is the first itself (FI-11).
    /// </summary>
    private async Task<(StoredFile? Row, bool IsThere, FileRefusal? Refusal)> AnnounceAsync(FileArrival arrival, FileSpool spool,
        FileKind kind, FileLimits limits, CancellationToken cancelled)
    {
        for (var tries = 0; tries < MostLooks; tries++)
        {
            var announced = await work.RunAsync(() => AnnounceAsync(arrival, spool, kind, limits), cancelled);
            if (announced is not { IsThere: true, Row.State: StoredFileState.Receiving })
            {
                return announced;
            }

            await Task.Delay(BetweenLooks, clock, cancelled);
        }

        return (null, false, FileRefusal.Interrupted);
    }

    /// <summary>Those of one sender take turns, so that ten places are not given to eleven (FI-06).</summary>
    private async Task<(StoredFile? Row, bool IsThere, FileRefusal? Refusal)> AnnounceAsync(FileArrival arrival, FileSpool spool,
        FileKind kind, FileLimits limits)
    {
        var (from, name) = (arrival.From, FileNames.Clean(arrival.Name));
        await turns.EnterAsync($"files/{tenant.Value.Id}/{from.Id}");
        var now = clock.GetUtcNow();

        // One that is still coming in was sent just now, or its node was killed.
        var justNow = now - BesideAnother;
        var same = await db.StoredFiles.AsNoTracking().FirstOrDefaultAsync(file => file.UploaderId == from.Id
            && file.FormId == arrival.FormId && file.Name == name && file.Hash == spool.Hash && file.Purpose == arrival.Purpose
            && (file.State == StoredFileState.Checking || file.State == StoredFileState.Clean
                || (file.State == StoredFileState.Receiving && file.ReceivedAt > justNow)));
        if (same is not null)
        {
            return (same, true, null);
        }

        if (await WaitingAsync(arrival, spool.Length, limits) is { } full)
        {
            return (null, false, full);
        }

        var row = new StoredFile
        {
            Id = Guid.CreateVersion7(),
            UploaderId = from.Id,
            UploaderName = from.LoginId,
            ContractId = from.ContractId,
            Purpose = arrival.Purpose,
            FormId = arrival.FormId,
            Name = name,
            Kind = kind,
            Size = spool.Length,
            Hash = spool.Hash,
            Store = stores.ForNew.Name,
            State = StoredFileState.Receiving,
            ReceivedAt = now,
            KeptUntil = now + LongestReceipt,
        };
        db.StoredFiles.Add(row);
        await db.SaveChangesAsync();
        db.Entry(row).State = EntityState.Detached;
        return (row, false, null);
    }

    /// <summary>What waits for its form, and what waits in a batch, are counted apart.</summary>
    private async Task<FileRefusal?> WaitingAsync(FileArrival arrival, long size, FileLimits limits)
    {
        var own = db.StoredFiles.AsNoTracking().Where(file => file.UploaderId == arrival.From.Id && file.Owner == null
            && file.State != StoredFileState.Refused && file.State != StoredFileState.Leaving);
        var isBatch = arrival.Purpose == BatchFiles.Purpose;
        own = isBatch ? own.Where(file => file.Purpose == BatchFiles.Purpose) : own.Where(file => file.Purpose != BatchFiles.Purpose);
        if ((!isBatch && await own.CountAsync(file => file.FormId == arrival.FormId) >= limits.MostFiles)
            || await own.CountAsync() >= (isBatch ? BatchFiles.Most : limits.MostFiles * MostForms))
        {
            return FileRefusal.TooMany;
        }

        // Bytes that nothing took are those of one form: the tenant's room is for what is attached.
        var most = isBatch ? BatchFiles.MostBytes : limits.MostFiles * limits.LargestFile;
        return await own.SumAsync(file => file.Size) + size > most || await HasSentMuchAsync(arrival, size, limits)
                || await HasNoRoomAsync(size)
            ? FileRefusal.NoRoom
            : null;
    }

    /// <summary>
    /// The room is everybody's: of a customer no more than a tenth of it is taken within a day, and as much as one form
    /// may have in any case (FI-06).
    /// </summary>
    private async Task<bool> HasSentMuchAsync(FileArrival arrival, long size, FileLimits limits)
    {
        if (arrival.From.ContractId is null)
        {
            return false;
        }

        var since = clock.GetUtcNow() - ADay;
        var sent = await db.StoredFiles.Where(file => file.UploaderId == arrival.From.Id && file.ReceivedAt > since
            && file.State != StoredFileState.Refused).SumAsync(file => file.Size);
        return sent + size > Math.Max(tenant.Value.Profile.Files.Room() / 10, limits.MostFiles * limits.LargestFile);
    }

    private async Task<bool> HasNoRoomAsync(long size)
    {
        if (scanner.IsThere && await db.StoredFiles.CountAsync(file => file.State == StoredFileState.Checking) >= options.Value.MostWaiting)
        {
            return true;
        }

        var held = await db.StoredFiles.Where(file => file.State != StoredFileState.Refused).SumAsync(file => file.Size);
        return held + size > tenant.Value.Profile.Files.Room();
    }

    private async Task<FileReceipt> KeepAsync(StoredFile row, FileSpool spool, CancellationToken cancelled)
    {
        var store = stores.Of(row.Store);
        var key = new FileKey(row.TenantId, row.Id);
        try
        {
            await store.WriteAsync(key, spool.Anew(), cancelled);
            if (!await work.RunAsync(() => FinishAsync(row), cancelled))
            {
                throw new IOException("The file took so long that it was given up.");
            }
        }
        catch
        {
            // Where this fails as well, a round clears away what the row tells of.
            await store.DeleteAsync(key, CancellationToken.None);
            await work.RunAsync(() => db.StoredFiles.Where(file => file.Id == row.Id).ExecuteDeleteAsync(CancellationToken.None),
                CancellationToken.None);
            throw;
        }

        if (!scanner.IsThere)
        {
            return new FileReceipt(row.Id, row.Name, row.Size, null);
        }

        return await checks.CheckNowAsync(row, (target, stop) => spool.Anew().CopyToAsync(target, stop), cancelled) switch
        {
            StoredFileState.Refused => new FileReceipt(null, row.Name, row.Size, FileRefusal.Infected),
            var state => new FileReceipt(row.Id, row.Name, row.Size, null) { IsWaiting = state == StoredFileState.Checking },
        };
    }

    private async Task<bool> FinishAsync(StoredFile row)
    {
        var now = clock.GetUtcNow();
        var (kept, state) = (now + Patience, scanner.IsThere ? StoredFileState.Checking : StoredFileState.Clean);
        DateTimeOffset? next = scanner.IsThere ? now + BeforeTheRound : null;
        if (await db.StoredFiles.Where(file => file.Id == row.Id && file.State == StoredFileState.Receiving)
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.State, state).SetProperty(file => file.KeptUntil, kept)
                .SetProperty(file => file.NextCheckAt, next)) == 0)
        {
            return false;
        }

        audit.Record(FileEvents.FileReceived, FileUploader.SubjectOf(row),
            details: new { file = row.Id, name = row.Name, size = row.Size, kind = row.Kind.ToString() });
        return true;
    }

    private async Task<FileReceipt> RefuseAsync(FileArrival arrival, long size, FileRefusal refusal)
    {
        var (from, name) = (arrival.From, FileNames.Clean(arrival.Name));
        await work.RunAsync(() =>
        {
            audit.Record(FileEvents.FileRefused, new AuditSubject(from.Id, from.LoginId, from.ContractId), refusal.ToString(),
                new { name });
            return Task.CompletedTask;
        });
        return new FileReceipt(null, name, size, refusal);
    }
}
