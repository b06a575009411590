namespace Portal.Web.Export;

/// <summary>
/// A file that is gone when it is closed, whatever happens: it has no name any more while it is open, so that not even
/// a killed node leaves it behind, and nobody else on the machine could ever read it (FI-10). Windows, which keeps the
/// name as long, removes it with the last handle.
/// </summary>
internal static class TemporaryFile
{
    private const int Buffer = 64 * 1024;

    /// <param name="folder">Null: the machine's folder for such files.</param>
    public static FileStream Create(string? folder = null)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = Buffer,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(Path.Combine(folder ?? Path.GetTempPath(), "portal-" + Guid.NewGuid().ToString("N")), options);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(file.Name);
        }

        return file;
    }
}
