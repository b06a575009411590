namespace Portal.Web.Http.Input;

/// <summary>
/// Holds an answer back until it is remembered. One that grows too large to remember goes out as it comes.
/// </summary>
internal sealed class AnswerBuffer(Stream client) : Stream
{
    private const int Largest = 512 * 1024;
    private readonly MemoryStream held = new();

    /// <summary>It was too large: the client has it, and nobody remembers it.</summary>
    public bool Overflowed { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public byte[] ToArray() => held.ToArray();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!Overflowed && held.Length + buffer.Length <= Largest)
        {
            await held.WriteAsync(buffer, cancellationToken);
            return;
        }

        if (!Overflowed)
        {
            Overflowed = true;
            await client.WriteAsync(held.ToArray(), cancellationToken);
            held.SetLength(0);
        }

        await client.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        Overflowed ? client.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("Answers are written asynchronously.");

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        held.Dispose();
        base.Dispose(disposing);
    }
}
