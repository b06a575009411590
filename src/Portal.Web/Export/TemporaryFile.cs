namespace Portal.Web.Export;

/// <summary>A file that is gone when it is closed, whatever happens.</summary>
internal static class TemporaryFile
{
    private const int Buffer = 64 * 1024;

    /// <param name="folder">Null: the machine's folder for such files.</param>
    public static FileStream Create(string? folder = null) => new(
        Path.Combine(folder ?? Path.GetTempPath(), "portal-" + Guid.NewGuid().ToString("N")),
        FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Buffer, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
