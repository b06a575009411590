namespace Portal.Rules.Files;

/// <summary>
/// An entry as a file by itself, to be read from anywhere, with flat memory. What lies further ahead is unpacked and
/// left out; what lies further back than is kept in hand is unpacked once more.
/// </summary>
/// <param name="open">The entry from its beginning.</param>
/// <param name="length">Its bytes, as they were counted.</param>
internal sealed class UnpackedStream(Func<Stream> open, long length) : Stream
{
    private const int Piece = 16 * 1024;

    // Readers of pictures step back by a few bytes, and often: that must not unpack anew.
    private const int InHand = 64;

    private readonly byte[] piece = new byte[InHand + Piece];
    private Stream unpacked = open();
    private long pieceAt;
    private int filled;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || !Reach())
        {
            return 0;
        }

        var from = (int)(Position - pieceAt);
        var count = Math.Min(buffer.Length, filled - from);
        piece.AsSpan(from, count).CopyTo(buffer);
        Position += count;
        return count;
    }

    public override int ReadByte() => Reach() ? piece[(int)(Position++ - pieceAt)] : -1;

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <returns>False behind the end.</returns>
    private bool Reach()
    {
        if (Position >= length)
        {
            return false;
        }

        if (Position < pieceAt)
        {
            unpacked.Dispose();
            unpacked = open();
            (pieceAt, filled) = (0, 0);
        }

        while (Position >= pieceAt + filled)
        {
            var kept = Math.Min(filled, InHand);
            piece.AsSpan(filled - kept, kept).CopyTo(piece);
            pieceAt += filled - kept;
            var read = unpacked.Read(piece, kept, Piece);
            filled = kept + read;
            if (read == 0)
            {
                return false;
            }
        }

        return true;
    }
}
