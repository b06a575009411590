using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Portal.Rules.Tests.Files;

/// <summary>Files, good and hostile, made byte by byte: none lies in the repository.</summary>
internal static class Samples
{
    public const string WordTypes = "<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>";

    public static byte[] Png(uint width = 2, uint height = 2)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", [1, 2, 3]), .. Chunk("IEND", [])];
    }

    public static byte[] Gif(ushort width = 2, ushort height = 2)
    {
        byte[] size = [(byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8)];
        return [.. "GIF89a"u8, .. size, 0x80, 0, 0, 1, 2, 3, 4, 5, 6, 0x2c, 0, 0, 0, 0, .. size, 0, 2, 1, 0x44, 0, 0x3b];
    }

    public static byte[] Jpeg(ushort width = 2, ushort height = 2) =>
    [
        0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width,
        1, 1, 0x11, 0, 0xff, 0xda, 0, 2, 0xff, 0xd9,
    ];

    public static byte[] WebP(uint width = 2, uint height = 2)
    {
        byte[] data = [.. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, .. Three(width - 1), .. Three(height - 1)];
        return [.. "RIFF"u8, (byte)data.Length, 0, 0, 0, .. data];
    }

    public static byte[] Pdf() => Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var made = new MemoryStream();
        Write(made, entries);
        return made.ToArray();
    }

    /// <summary>Into a pipe: what is known at the end alone stands behind each content.</summary>
    public static byte[] Streamed(params (string Name, byte[] Content)[] entries)
    {
        using var made = new MemoryStream();
        using (var pipe = new GZipStream(made, CompressionLevel.NoCompression, leaveOpen: true))
        {
            Write(pipe, entries);
        }

        made.Position = 0;
        using var back = new GZipStream(made, CompressionMode.Decompress);
        using var zip = new MemoryStream();
        back.CopyTo(zip);
        return zip.ToArray();
    }

    private static void Write(Stream target, (string Name, byte[] Content)[] entries)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in entries)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(content);
        }
    }

    public static byte[] Word(string document = "<w:document xmlns:w='w'/>", params (string Name, byte[] Content)[] more) =>
        Office("word/document.xml", document, more);

    public static byte[] Office(string main, string document = "<x/>", params (string Name, byte[] Content)[] more) =>
        Zip([("[Content_Types].xml", Encoding.UTF8.GetBytes(WordTypes)), (main, Encoding.UTF8.GetBytes(document)), .. more]);

    /// <summary>A small archive whose entries are one and the same piece of packed zeros.</summary>
    public static byte[] Overlapping()
    {
        var zip = Zip(("a.txt", new byte[100_000]), ("b.txt", [.. "b"u8]));
        var second = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        zip.AsSpan(second + 42, 4).Clear();
        return zip;
    }

    /// <summary>What the table of contents says of an entry's size is a lie.</summary>
    public static byte[] Understated(int size)
    {
        var zip = Zip(("a.txt", Enumerable.Repeat((byte)'a', size).ToArray()));
        var line = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(line + 24), 1);
        return zip;
    }

    public static byte[] Locked()
    {
        var zip = Zip(("a.txt", [.. "a"u8]));
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return zip;
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        return [.. length, .. Encoding.ASCII.GetBytes(name), .. data, 0, 0, 0, 0];
    }

    private static byte[] Three(uint value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];
}
