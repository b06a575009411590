using System.Buffers.Binary;

namespace Portal.Web.Files.Pictures;

/// <summary>
/// Copies the segments of a JPEG that draw it and leaves out all others: EXIF with places and devices, XMP, comments,
/// thumbnails, colour profiles, and whatever follows the end. The compressed pixels are not touched; how the camera was
/// held is forgotten.
/// </summary>
internal static class Jpeg
{
    public const string ContentType = "image/jpeg";

    private const byte Mark = 0xFF;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const byte Adobe = 0xEE;

    /// <summary>Tables, restart interval, and the frames that browsers draw: baseline, extended, progressive.</summary>
    private static readonly byte[] Kept = [0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, StartOfScan];

    private static readonly byte[] Jfif = [Mark, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    private static ReadOnlySpan<byte> AdobeName => "Adobe"u8;

    public static bool IsOne(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[Mark, StartOfImage, Mark]);

    /// <returns>Null for a file that breaks the format.</returns>
    public static Picture? Strip(ReadOnlySpan<byte> file)
    {
        using var result = new MemoryStream(file.Length);
        result.Write([Mark, StartOfImage]);
        var (width, height, scans, isAdobe, at) = (0, 0, 0, HasAdobe(file), 2);
        if (!isAdobe)
        {
            // What the pixels mean is told by one of the two: Adobe's
            // segment, or this one, made anew without its thumbnail.
            result.Write(Jfif);
        }

        while (NextMarker(file, ref at) is { } marker)
        {
            if (marker == EndOfImage)
            {
                result.Write([Mark, EndOfImage]);
                return width > 0 && scans > 0 ? new Picture(ContentType, width, height, result.ToArray()) : null;
            }

            if (Segment(file, at) is not { } length)
            {
                return null;
            }

            var body = file.Slice(at, length);
            if (IsFrame(marker) && (width > 0 || !ReadFrame(body, out width, out height)))
            {
                return null;
            }

            if (Kept.Contains(marker) || (marker == Adobe && IsAdobe(body)))
            {
                result.Write([Mark, marker]);
                result.Write(body);
            }

            at += length;
            if (marker == StartOfScan)
            {
                var end = EndOfScan(file, at);
                result.Write(file[at..end]);
                (at, scans) = (end, scans + 1);
            }
        }

        return null;
    }

    /// <summary>The frames of every kind; those that are not kept leave the picture without a size.</summary>
    private static bool IsFrame(byte marker) => marker is 0xC0 or 0xC1 or 0xC2;

    private static bool ReadFrame(ReadOnlySpan<byte> body, out int width, out int height)
    {
        (width, height) = (0, 0);
        if (body.Length < 8)
        {
            return false;
        }

        (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(body[3..]), BinaryPrimitives.ReadUInt16BigEndian(body[5..]));
        return width > 0 && height > 0;
    }

    private static bool HasAdobe(ReadOnlySpan<byte> file)
    {
        var at = 2;
        while (NextMarker(file, ref at) is { } marker && marker is not (StartOfScan or EndOfImage) && Segment(file, at) is { } length)
        {
            if (marker == Adobe && IsAdobe(file.Slice(at, length)))
            {
                return true;
            }

            at += length;
        }

        return false;
    }

    // Only the twelve bytes that say how colours are stored, and nothing hidden behind them.
    private static bool IsAdobe(ReadOnlySpan<byte> body) => body.Length == 14 && body[2..].StartsWith(AdobeName);

    private static byte? NextMarker(ReadOnlySpan<byte> file, ref int at)
    {
        if (at >= file.Length || file[at] != Mark)
        {
            return null;
        }

        while (at < file.Length && file[at] == Mark)
        {
            at++;
        }

        return at < file.Length && file[at] != 0 ? file[at++] : null;
    }

    /// <summary>Length of a segment with its own two bytes; null where it does not fit.</summary>
    private static int? Segment(ReadOnlySpan<byte> file, int at) =>
        at + 2 <= file.Length && BinaryPrimitives.ReadUInt16BigEndian(file[at..]) is >= 2 and var length && at + length <= file.Length
            ? length
            : null;

    /// <summary>Where the compressed pixels end: at a marker that is neither a stuffed byte nor a restart.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length - 1 && (file[at] != Mark || file[at + 1] is 0 or (>= 0xD0 and <= 0xD7) or Mark))
        {
            at++;
        }

        return at < file.Length - 1 ? at : file.Length;
    }
}
