using System.Buffers.Binary;
using System.Text;

namespace Portal.Web.Export.Pdf;

/// <summary>
/// The tables of a font file with TrueType outlines, read in place (OpenType specification, "Font File").
/// </summary>
internal sealed class FontTables
{
    private const uint TrueType = 0x00010000;
    private const int DirectoryStart = 12;
    private const int DirectoryEntry = 16;

    private readonly byte[] file;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];

    public FontTables(byte[] file)
    {
        this.file = file;
        if (file.Length < DirectoryStart || BinaryPrimitives.ReadUInt32BigEndian(file) != TrueType)
        {
            throw new InvalidDataException("The font has no TrueType outlines: collections (.ttc) and PostScript outlines (.otf) "
                + "cannot be embedded.");
        }

        var directory = file.AsSpan(DirectoryStart);
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4)); i++)
        {
            var entry = directory.Slice(i * DirectoryEntry, DirectoryEntry);
            tables[Encoding.ASCII.GetString(entry[..4])] =
                ((int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]), (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]));
        }
    }

    public bool Has(string name) => tables.ContainsKey(name);

    public ReadOnlySpan<byte> this[string name] => tables.TryGetValue(name, out var place)
        ? file.AsSpan(place.Offset, place.Length)
        : throw new InvalidDataException($"The font has no table {name}.");

    public int Unsigned(string table, int at) => BinaryPrimitives.ReadUInt16BigEndian(this[table][at..]);

    public int Signed(string table, int at) => BinaryPrimitives.ReadInt16BigEndian(this[table][at..]);

    public long Long(string table, int at) => BinaryPrimitives.ReadUInt32BigEndian(this[table][at..]);
}
