using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;

namespace Portal.Web.Files.Stores;

/// <summary>
/// Contents as pieces in the database, so that its backup is whole. Each piece is written and read in a short
/// transaction of its own, inside the walls of the tenant at work.
/// </summary>
internal sealed class DatabaseFileStore(PortalDbContext db, UnitOfWork work) : IFileStore
{
    public const string StoreName = "database";

    private const int PieceSize = 256 * 1024;

    public string Name => StoreName;

    public async Task WriteAsync(FileKey key, Stream content, CancellationToken cancelled)
    {
        await DeleteAsync(key, cancelled);
        var piece = new byte[PieceSize];
        for (var number = 0; await content.ReadAtLeastAsync(piece, PieceSize, throwOnEndOfStream: false, cancelled) is > 0
            and var length; number++)
        {
            var chunk = new StoredFileChunk { FileId = key.File, Number = number, Content = length == PieceSize ? piece : piece[..length] };
            try
            {
                await work.RunAsync(
                    async () =>
                    {
                        db.StoredFileChunks.Add(chunk);
                        await db.SaveChangesAsync(cancelled);
                    },
                    cancelled);
            }
            finally
            {
                // Kept in mind, the pieces would be the whole file in memory.
                db.Entry(chunk).State = EntityState.Detached;
            }
        }
    }

    public async Task<bool> CopyToAsync(FileKey key, Stream target, CancellationToken cancelled)
    {
        var number = 0;
        while (await PieceAsync(key, number, cancelled) is { } piece)
        {
            await target.WriteAsync(piece, cancelled);
            number++;
        }

        return number > 0;
    }

    public Task DeleteAsync(FileKey key, CancellationToken cancelled) =>
        work.RunAsync(() => db.StoredFileChunks.Where(chunk => chunk.FileId == key.File).ExecuteDeleteAsync(cancelled), cancelled);

    private Task<byte[]?> PieceAsync(FileKey key, int number, CancellationToken cancelled) => work.RunAsync(
        () => db.StoredFileChunks.Where(chunk => chunk.FileId == key.File && chunk.Number == number)
            .Select(chunk => chunk.Content).SingleOrDefaultAsync(cancelled),
        cancelled);
}
