using Microsoft.Extensions.Options;

namespace Portal.Web.Files.Stores;

/// <summary>The store for new files, and those in which older ones still lie.</summary>
public sealed class FileStores(IEnumerable<IFileStore> stores, IOptions<FilesOptions> options)
{
    public IFileStore ForNew => Of(options.Value.Store.ToLowerInvariant());

    /// <exception cref="InvalidOperationException">A row names one that this release does not know.</exception>
    public IFileStore Of(string name) => stores.SingleOrDefault(store => store.Name == name)
        ?? throw new InvalidOperationException($"There is no file store \"{name}\".");
}
