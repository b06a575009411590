using System.Buffers.Binary;
using System.Text;

namespace Portal.Web.Files.Pictures;

/// <summary>
/// Copies the chunks of a PNG that draw it and leaves out all others: texts, EXIF with places, times, colour profiles,
/// animation, and whatever follows the end. The compressed pixels are not touched.
/// </summary>
internal static class Png
{
    public const string ContentType = "image/png";
    private const int Frame = 12;
    private const int HeaderLength = 13;

    private static readonly string[] Kept = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB"];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <returns>Null for a file that breaks the format.</returns>
    public static Picture? Strip(ReadOnlySpan<byte> file)
    {
        using var result = new MemoryStream(file.Length);
        result.Write(Signature);
        var rest = file[Signature.Length..];
        var (width, height, hasPixels) = (0, 0, false);
        while (rest.Length >= Frame)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - Frame)
            {
                return null;
            }

            var type = Encoding.ASCII.GetString(rest.Slice(4, 4));
            var chunk = rest[..(Frame + (int)length)];
            if (type == "IHDR" != (width == 0) || !IsWhole(chunk))
            {
                return null;
            }

            if (type == "IHDR" && !ReadHeader(chunk[8..^4], out width, out height))
            {
                return null;
            }

            hasPixels |= type == "IDAT";
            if (Kept.Contains(type))
            {
                result.Write(chunk);
            }

            if (type == "IEND")
            {
                return hasPixels ? new Picture(ContentType, width, height, result.ToArray()) : null;
            }

            rest = rest[chunk.Length..];
        }

        return null;
    }

    private static bool ReadHeader(ReadOnlySpan<byte> data, out int width, out int height)
    {
        (width, height) = data.Length == HeaderLength
            ? (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]))
            : (0, 0);
        return width > 0 && height > 0;
    }

    private static bool IsWhole(ReadOnlySpan<byte> chunk) =>
        Checksum(chunk[4..^4]) == BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]);

    /// <summary>CRC-32 as the format wants it, bit by bit: pictures are small and rare.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var each in bytes)
        {
            sum ^= each;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ (0xEDB88320 & (uint)-(int)(sum & 1));
            }
        }

        return ~sum;
    }
}
