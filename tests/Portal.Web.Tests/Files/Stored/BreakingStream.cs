namespace Portal.Web.Tests.Files.Stored;

/// <summary>So many letters, and then the line is cut.</summary>
internal sealed class BreakingStream(long length) : Stream
{
    private long left = length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Tells the other end, which sees nothing of what fails here.</summary>
    public Action OnCut { get; init; } = () => { };

    /// <summary>Ends in good order instead.</summary>
    public bool IsWhole { get; init; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (left == 0)
        {
            if (IsWhole)
            {
                return 0;
            }

            OnCut();
            throw new IOException("The line is cut.");
        }

        var read = (int)Math.Min(count, left);
        buffer.AsSpan(offset, read).Fill((byte)'a');
        left -= read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
