using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Portal.Web.Tests.Files;

/// <summary>Small pictures, made piece by piece, so that a test can put into them what does not belong there.</summary>
internal static class SamplePictures
{
    /// <summary>From the quantisation tables to the end: 8 × 6 pixels of one red.</summary>
    private static readonly byte[] JpegPixels = Convert.FromBase64String(
        "/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdfYmdoZz5NcXlwZHhcZWdj"
        + "/9sAQwEREhIYFRgvGhovY0I4QmNjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj"
        + "/8AAEQgABgAIAwEiAAIRAQMRAf/EABUAAQEAAAAAAAAAAAAAAAAAAAAF/8QAFBABAAAAAAAAAAAAAAAAAAAAAP"
        + "/EABUBAQEAAAAAAAAAAAAAAAAAAAQG/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AmgDqF//Z");

    public static byte[] Jpeg(params byte[][] segments) => [0xFF, 0xD8, .. segments.SelectMany(each => each), .. JpegPixels];

    public static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    public static byte[] Png(int width, int height, params byte[][] extra) =>
    [
        0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n',
        .. Chunk("IHDR", [.. Number(width), .. Number(height), 8, 0, 0, 0, 0]),
        .. extra.SelectMany(each => each),
        .. Chunk("IDAT", Pixels(Math.Min(width, 64), Math.Min(height, 64))),
        .. Chunk("IEND", []),
    ];

    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        return [.. Number(data.Length), .. body, .. Number((int)Checksum(body))];
    }

    private static byte[] Pixels(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(new byte[height * (width + 1)]);
        }

        return packed.ToArray();
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static uint Checksum(byte[] bytes) => ~bytes.Aggregate(uint.MaxValue, (sum, each) =>
    {
        sum ^= each;
        for (var bit = 0; bit < 8; bit++)
        {
            sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ 0xEDB88320;
        }

        return sum;
    });
}
