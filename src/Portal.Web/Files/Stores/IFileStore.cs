namespace Portal.Web.Files.Stores;

/// <summary>
/// Where contents lie. It knows nothing of names, owners or rights; whoever asks has asked those first. No call holds a
/// database connection while it waits for anybody.
/// </summary>
public interface IFileStore
{
    /// <summary>As rows name it; it stays when another one is chosen for new files.</summary>
    string Name { get; }

    /// <summary>All of it or nothing: what fails in the middle is not there afterwards, or is overwritten.</summary>
    Task WriteAsync(FileKey key, Stream content, CancellationToken cancelled);

    /// <returns>False where there is no such content, and nothing was written.</returns>
    Task<bool> CopyToAsync(FileKey key, Stream target, CancellationToken cancelled);

    /// <summary>What is not there is no failure: it is what was wanted.</summary>
    Task DeleteAsync(FileKey key, CancellationToken cancelled);
}
