using System.Globalization;
using Microsoft.Extensions.Options;

namespace Portal.Web.Files.Stores;

/// <summary>
/// Contents as files of a folder that all nodes share. A content appears under its name only when it is whole: it is
/// written beside it and renamed, which a file system does at once or not at all.
/// </summary>
internal sealed class DirectoryFileStore(IOptions<FilesOptions> options) : IFileStore
{
    public const string StoreName = "directory";

    private const int Buffer = 64 * 1024;

    public string Name => StoreName;

    public async Task WriteAsync(FileKey key, Stream content, CancellationToken cancelled)
    {
        var path = PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + "." + Guid.NewGuid().ToString("N") + ".part";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None, Buffer,
                useAsync: true))
            {
                await content.CopyToAsync(file, Buffer, cancelled);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public async Task<bool> CopyToAsync(FileKey key, Stream target, CancellationToken cancelled)
    {
        FileStream file;
        try
        {
            file = new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Buffer, useAsync: true);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }

        await using (file)
        {
            await file.CopyToAsync(target, Buffer, cancelled);
        }

        return true;
    }

    public Task DeleteAsync(FileKey key, CancellationToken cancelled)
    {
        var path = PathOf(key);
        if (Directory.Exists(Path.GetDirectoryName(path)))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    /// <summary>Hexadecimal digits alone; the last two spread the files over 256 folders.</summary>
    private string PathOf(FileKey key)
    {
        var name = key.File.ToString("N");
        var shelf = key.File.ToByteArray()[^1].ToString("x2", CultureInfo.InvariantCulture);
        return Path.Combine(options.Value.Directory!, key.Tenant.ToString("N"), shelf, name);
    }
}
