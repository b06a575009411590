using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Portal.Rules.Audit;

/// <summary>
/// Fields one after the other so that no two contents have the same bytes: numbers big-endian, moments as ticks of UTC,
/// texts as UTF-8 behind their length, and before each field that may be absent a byte that says whether it is there.
/// </summary>
internal sealed class ChainBytes
{
    private const byte Absent = 0;
    private const byte Present = 1;

    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <param name="purpose">A mark of an event is never one of a seal, whatever they contain.</param>
    /// <param name="version">Of this form.</param>
    public ChainBytes(byte purpose, byte version)
    {
        bytes.Write([purpose, version]);
    }

    public byte[] ToArray() => bytes.WrittenSpan.ToArray();

    public ChainBytes Add(long number)
    {
        Span<byte> field = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(field, number);
        bytes.Write(field);
        return this;
    }

    public ChainBytes Add(DateTimeOffset moment) => Add(moment.UtcTicks);

    public ChainBytes Add(Guid id)
    {
        bytes.Write(id.ToByteArray(bigEndian: true));
        return this;
    }

    public ChainBytes Add(Guid? id)
    {
        bytes.Write([id is null ? Absent : Present]);
        return id is { } there ? Add(there) : this;
    }

    public ChainBytes Add(string? text)
    {
        bytes.Write([text is null ? Absent : Present]);
        return text is null ? this : AddSized(Encoding.UTF8.GetBytes(text));
    }

    public ChainBytes AddSized(ReadOnlySpan<byte> field)
    {
        Add((long)field.Length);
        bytes.Write(field);
        return this;
    }
}
