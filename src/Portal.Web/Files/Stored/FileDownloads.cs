using Microsoft.AspNetCore.Mvc;
using Portal.Rules.Files;
using Portal.Web.Data.Entities;
using Portal.Web.Files.Stores;
using Portal.Web.Tenancy;

namespace Portal.Web.Files.Stored;

/// <summary>Hands files out, if they are clean and whoever asks may see what they are attached to.</summary>
public sealed class FileDownloads(StoredFiles files, FileStores stores, TenantEntry entry, CurrentTenant tenant)
{
    /// <param name="owner">What the address speaks of.</param>
    /// <param name="id">The file, as the address says.</param>
    /// <param name="may">The feature's own judgement; asked first, so that no file is even looked for (EN-14).</param>
    /// <returns>The same "not found" for a file of others, of something else, one that waits for a scanner, and
    /// none.</returns>
    public async Task<ActionResult> OpenAsync(FileOwner owner, Guid id, Func<Task<bool>> may)
    {
        ArgumentNullException.ThrowIfNull(may);
        return await may() && await files.FindAsync(owner, id) is { State: StoredFileState.Clean } file ? Of(file) : new NotFoundResult();
    }

    private StoredFileDownload Of(StoredFile file)
    {
        var (store, key, place) = (stores.Of(file.Store), new FileKey(file.TenantId, file.Id), tenant.Value);
        return new StoredFileDownload(file.Name, FileKinds.MediaType(file.Kind), file.Size, Convert.ToHexStringLower(file.Hash),
            async (target, cancelled) =>
            {
                // The answer is written after the page's work, when the staff has left the tenant again.
                using var inside = entry.Visit(place);
                return await store.CopyToAsync(key, target, cancelled);
            });
    }
}
