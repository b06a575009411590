using System.Buffers.Binary;

namespace Portal.Rules.Files;

/// <summary>
/// Pictures by their own structure: their size is known before anybody draws them (FI-05), and what hangs on behind a
/// PNG, GIF or WebP makes it two files at once (FI-01). Behind a JPEG cameras write things of their own.
/// </summary>
internal static class PictureContent
{
    private const int LongestSide = 30_000;

    public static FileRefusal? Problem(FileKind kind, Stream content, long mostPixels)
    {
        var bytes = new PictureBytes(content);
        var size = kind switch
        {
            FileKind.Png => Png(bytes),
            FileKind.Gif => Gif(bytes),
            FileKind.WebP => WebP(bytes),
            _ => Jpeg(bytes),
        };
        if (size is not { Width: > 0, Height: > 0 } found || ZipDirectory.EndsAsOne(content))
        {
            return FileRefusal.ContentDiffers;
        }

        return found.Width > LongestSide || found.Height > LongestSide || (long)found.Width * found.Height > mostPixels
            ? FileRefusal.TooManyPixels : null;
    }

    private static PictureSize? Png(PictureBytes bytes)
    {
        PictureSize? size = null;
        bytes.Position = 8;
        while (bytes.Read(8) is { Length: 8 } chunk)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            var name = chunk[4..];
            if (size is null)
            {
                if (!name.SequenceEqual("IHDR"u8) || length != 13 || bytes.Read(8) is not { Length: 8 } header)
                {
                    return null;
                }

                size = PictureSize.Of(BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4)));
                bytes.Position -= 8;
            }

            bytes.Position += length + 4;
            if (name.SequenceEqual("IEND"u8))
            {
                return bytes.Position == bytes.Length ? size : null;
            }
        }

        return null;
    }

    private static PictureSize? Gif(PictureBytes bytes)
    {
        bytes.Position = 6;
        if (bytes.Read(7) is not { Length: 7 } screen)
        {
            return null;
        }

        bytes.Position += Colours(screen[4]);
        while (bytes.Next() is { } block)
        {
            switch (block)
            {
                case 0x3b:
                    return bytes.Position == bytes.Length
                        ? PictureSize.Of(BinaryPrimitives.ReadUInt16LittleEndian(screen),
                            BinaryPrimitives.ReadUInt16LittleEndian(screen.AsSpan(2)))
                        : null;
                case 0x21 when bytes.Next() is not null:
                    break;
                case 0x2c when bytes.Read(9) is { Length: 9 } picture:
                    bytes.Position += Colours(picture[8]) + 1;
                    break;
                default:
                    return null;
            }

            if (!SkipBlocks(bytes))
            {
                return null;
            }
        }

        return null;
    }

    private static int Colours(byte flags) => (flags & 0x80) == 0 ? 0 : 3 * (2 << (flags & 7));

    private static bool SkipBlocks(PictureBytes bytes)
    {
        while (bytes.Next() is { } length)
        {
            if (length == 0)
            {
                return true;
            }

            bytes.Position += length;
        }

        return false;
    }

    private static PictureSize? WebP(PictureBytes bytes)
    {
        bytes.Position = 4;
        if (bytes.Read(26) is not { Length: 26 } head || BinaryPrimitives.ReadUInt32LittleEndian(head) + 8 != bytes.Length)
        {
            return null;
        }

        var (name, data) = (head[8..12], head[16..]);
        if (name.SequenceEqual("VP8X"u8))
        {
            return PictureSize.Of(Three(data[4..]) + 1, Three(data[7..]) + 1);
        }

        if (name.SequenceEqual("VP8L"u8) && data[0] == 0x2f)
        {
            var packed = BinaryPrimitives.ReadUInt32LittleEndian(data.AsSpan(1));
            return PictureSize.Of((packed & 0x3fff) + 1, ((packed >> 14) & 0x3fff) + 1);
        }

        return name.SequenceEqual("VP8 "u8) && data.AsSpan(3, 3).SequenceEqual((ReadOnlySpan<byte>)[0x9d, 0x01, 0x2a])
            ? PictureSize.Of(BinaryPrimitives.ReadUInt16LittleEndian(data.AsSpan(6)) & 0x3fffu,
                BinaryPrimitives.ReadUInt16LittleEndian(data.AsSpan(8)) & 0x3fffu)
            : null;
    }

    private static uint Three(byte[] bytes) => bytes[0] | ((uint)bytes[1] << 8) | ((uint)bytes[2] << 16);

    private static PictureSize? Jpeg(PictureBytes bytes)
    {
        bytes.Position = 2;
        while (bytes.Read(4) is { Length: 4 } segment && segment[0] == 0xff)
        {
            if (segment[1] == 0xff)
            {
                bytes.Position -= 3;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(segment.AsSpan(2));
            if (segment[1] is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                return bytes.Read(5) is { Length: 5 } frame
                    ? PictureSize.Of(BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(3)),
                        BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(1)))
                    : null;
            }

            if (length < 2 || segment[1] == 0xda)
            {
                return null;
            }

            bytes.Position += length - 2;
        }

        return null;
    }

    private readonly record struct PictureSize(int Width, int Height)
    {
        public static PictureSize Of(uint width, uint height) =>
            new((int)Math.Min(width, int.MaxValue), (int)Math.Min(height, int.MaxValue));
    }

    private sealed class PictureBytes(Stream content)
    {
        public long Length => content.Length;

        public long Position
        {
            get => content.Position;
            set => content.Position = value;
        }

        public byte[] Read(int count)
        {
            var bytes = new byte[count];
            return bytes[..content.ReadAtLeast(bytes, count, throwOnEndOfStream: false)];
        }

        public int? Next() => content.ReadByte() is >= 0 and var next ? next : null;
    }
}
