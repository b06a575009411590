using System.Buffers.Binary;

namespace Portal.Web.Files.Scanning;

/// <summary>Each write goes out behind its length, as INSTREAM wants it.</summary>
internal sealed class ClamdStream(Stream connection) : Stream
{
    private const int LongestPiece = 64 * 1024;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>A piece without length is the end.</summary>
    public Task EndAsync(CancellationToken cancelled) => SendAsync(new byte[4], cancelled).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            var piece = buffer[..Math.Min(buffer.Length, LongestPiece)];
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
            await SendAsync(length, cancellationToken);
            await SendAsync(piece, cancellationToken);
            buffer = buffer[piece.Length..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Write asynchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancelled)
    {
        try
        {
            await connection.WriteAsync(bytes, cancelled);
        }
        catch (IOException e)
        {
            throw new ClosedException(e);
        }
    }

    /// <summary>The scanner takes no more; told apart from a content that cannot be read.</summary>
    internal sealed class ClosedException(Exception inner) : IOException(inner.Message, inner);
}
