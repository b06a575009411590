using System.Buffers;
using System.Security.Cryptography;
using Portal.Web.Export;

namespace Portal.Web.Files.Stored;

/// <summary>
/// A file on its way in, on this machine's disk: looked at as a whole before anything of it is kept, with flat memory.
/// Not even a killed node leaves it behind (FI-10).
/// </summary>
internal sealed class FileSpool : IAsyncDisposable
{
    private const int Piece = 64 * 1024;

    private FileSpool(FileStream content, byte[] hash) => (Content, Hash) = (content, hash);

    public FileStream Content { get; }

    public byte[] Hash { get; }

    public long Length => Content.Length;

    /// <summary>
    /// Reads to the end, or one piece further than is allowed: what was announced counts for nothing.
    /// </summary>
    public static async Task<FileSpool> FillAsync(Stream sent, long most, CancellationToken cancelled)
    {
        var file = TemporaryFile.Create();
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var piece = ArrayPool<byte>.Shared.Rent(Piece);
            try
            {
                while (file.Position <= most && await sent.ReadAsync(piece.AsMemory(0, Piece), cancelled) is var read and > 0)
                {
                    hash.AppendData(piece, 0, read);
                    await file.WriteAsync(piece.AsMemory(0, read), cancelled);
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(piece);
            }

            await file.FlushAsync(cancelled);
            return new FileSpool(file, hash.GetHashAndReset());
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>From its beginning, to read it once more.</summary>
    public FileStream Anew()
    {
        Content.Position = 0;
        return Content;
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
