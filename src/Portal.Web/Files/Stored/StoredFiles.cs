using Microsoft.EntityFrameworkCore;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy;

namespace Portal.Web.Files.Stored;

/// <summary>
/// Files and what they are attached to: the acts of features, in their own transactions. An id alone opens nothing; who
/// asks names the owner, and has judged who may see that one (AZ-16).
/// </summary>
public sealed class StoredFiles(PortalDbContext db, KeyLock turns, AuditLog audit, CurrentTenant tenant, TimeProvider clock)
{
    private static readonly StoredFileState[] Whole = [StoredFileState.Checking, StoredFileState.Clean];

    /// <summary>
    /// All of them or none. What is attached to this owner already counts as done: a form sent twice changes nothing
    /// (FI-11).
    /// </summary>
    /// <param name="purpose">What they were sent for, where that is not the owner's kind itself.</param>
    public async Task<AttachOutcome> AttachAsync(FileOwner owner, Guid uploaderId, IReadOnlyCollection<Guid>? ids, string? purpose = null)
    {
        ArgumentNullException.ThrowIfNull(owner);
        if (ids is not { Count: > 0 })
        {
            return AttachOutcome.Attached;
        }

        await turns.EnterAsync($"files/{tenant.Value.Id}/{owner.Reference}");
        var wanted = ids.Distinct().ToArray();
        var sentFor = purpose ?? owner.Kind;
        var found = await db.StoredFiles.AsNoTracking().Where(file => wanted.Contains(file.Id) && file.UploaderId == uploaderId
            && file.Purpose == sentFor && Whole.Contains(file.State)).ToListAsync();
        var fresh = found.Where(file => file.Owner is null).ToList();
        if (found.Count < wanted.Length || found.Any(file => file.Owner is not null && file.Owner != owner.Reference))
        {
            return AttachOutcome.Unknown;
        }

        var held = await db.StoredFiles.CountAsync(file => file.Owner == owner.Reference && file.State != StoredFileState.Leaving);
        if (held + fresh.Count > tenant.Value.Profile.Files.Most)
        {
            return AttachOutcome.TooMany;
        }

        return await AttachAsync(owner, fresh);
    }

    /// <summary>All that something has, also those that were refused, oldest first.</summary>
    public async Task<IReadOnlyList<StoredFile>> OfAsync(FileOwner owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return await Of(owner).OrderBy(file => file.AttachedAt).ThenBy(file => file.Id).ToListAsync();
    }

    /// <summary>The same of several things of one kind at once, by their ids.</summary>
    public async Task<ILookup<Guid, StoredFile>> OfAsync(string kind, IReadOnlyCollection<Guid> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var owners = ids.ToDictionary(id => new FileOwner(kind, id).Reference, StringComparer.Ordinal);
        string[] references = [.. owners.Keys];
        var files = references.Length == 0 ? [] : await db.StoredFiles.AsNoTracking()
            .Where(file => references.Contains(file.Owner) && file.State != StoredFileState.Leaving)
            .OrderBy(file => file.AttachedAt).ThenBy(file => file.Id).ToListAsync();
        return files.ToLookup(file => owners[file.Owner!]);
    }

    /// <returns>Null also for one that something else has.</returns>
    public Task<StoredFile?> FindAsync(FileOwner owner, Guid id)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return Of(owner).SingleOrDefaultAsync(file => file.Id == id);
    }

    /// <summary>Those of a form that nothing has taken yet, for the form that is shown once more.</summary>
    public async Task<IReadOnlyList<StoredFile>> WaitingAsync(Guid uploaderId, IReadOnlyCollection<Guid> ids)
    {
        var wanted = ids.ToArray();
        return wanted.Length == 0 ? [] : await Unowned(uploaderId).Where(file => wanted.Contains(file.Id) && Whole.Contains(file.State))
            .OrderBy(file => file.Id).ToListAsync();
    }

    /// <summary>Its sender thought better of it before anything took it.</summary>
    public async Task<bool> DiscardAsync(Guid uploaderId, Guid id)
    {
        if (await Unowned(uploaderId).SingleOrDefaultAsync(file => file.Id == id && Whole.Contains(file.State)) is not { } file
            || await LeaveAsync(db.StoredFiles.Where(row => row.Id == id && row.Owner == null && Whole.Contains(row.State))) == 0)
        {
            return false;
        }

        audit.Record(FileEvents.FileRemoved, FileUploader.SubjectOf(file), "discarded", new { file = file.Id, name = file.Name });
        return true;
    }

    /// <summary>Takes one away from its owner; a round removes it.</summary>
    public async Task<bool> ReleaseAsync(FileOwner owner, Guid id) => await FindAsync(owner, id) is { } file && await ReleaseAsync(file);

    /// <summary>The owner itself goes, by hand or because its time is over.</summary>
    public async Task<int> ReleaseAllAsync(FileOwner owner)
    {
        var released = 0;
        foreach (var file in await OfAsync(owner))
        {
            released += await ReleaseAsync(file) ? 1 : 0;
        }

        return released;
    }

    private async Task<AttachOutcome> AttachAsync(FileOwner owner, List<StoredFile> files)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? attached = now;
        var ids = files.ConvertAll(file => file.Id);
        var (reference, taken) = (owner.Reference, await db.StoredFiles
            .Where(file => ids.Contains(file.Id) && file.Owner == null && Whole.Contains(file.State))
            .ExecuteUpdateAsync(set => set.SetProperty(file => file.Owner, owner.Reference).SetProperty(file => file.AttachedAt, attached)
                .SetProperty(file => file.KeptUntil, (DateTimeOffset?)null)));
        if (taken < files.Count)
        {
            // Something else was faster with one of them; the caller's transaction would hold the others.
            await db.StoredFiles.Where(file => ids.Contains(file.Id) && file.Owner == reference)
                .ExecuteUpdateAsync(set => set.SetProperty(file => file.Owner, (string?)null)
                    .SetProperty(file => file.AttachedAt, (DateTimeOffset?)null)
                    .SetProperty(file => file.KeptUntil, (DateTimeOffset?)(now + FileIntake.Patience)));
            return AttachOutcome.Unknown;
        }

        foreach (var file in files)
        {
            audit.Record(FileEvents.FileAttached, FileUploader.SubjectOf(file),
                details: new { file = file.Id, name = file.Name, owner = reference });
        }

        return AttachOutcome.Attached;
    }

    private async Task<bool> ReleaseAsync(StoredFile file)
    {
        if (await LeaveAsync(db.StoredFiles.Where(row => row.Id == file.Id && row.Owner == file.Owner
            && row.State != StoredFileState.Leaving)) == 0)
        {
            return false;
        }

        audit.Record(FileEvents.FileReleased, FileUploader.SubjectOf(file),
            details: new { file = file.Id, name = file.Name, owner = file.Owner });
        return true;
    }

    private Task<int> LeaveAsync(IQueryable<StoredFile> files)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return files.ExecuteUpdateAsync(set => set.SetProperty(file => file.State, StoredFileState.Leaving)
            .SetProperty(file => file.KeptUntil, now).SetProperty(file => file.NextCheckAt, (DateTimeOffset?)null));
    }

    private IQueryable<StoredFile> Of(FileOwner owner) => db.StoredFiles.AsNoTracking()
        .Where(file => file.Owner == owner.Reference && file.State != StoredFileState.Leaving);

    private IQueryable<StoredFile> Unowned(Guid uploaderId) =>
        db.StoredFiles.AsNoTracking().Where(file => file.UploaderId == uploaderId && file.Owner == null);
}
