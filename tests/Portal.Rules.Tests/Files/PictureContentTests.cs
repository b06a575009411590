using Portal.Rules.Files;

namespace Portal.Rules.Tests.Files;

/// <summary>What a picture says of itself, in every way that its format has to say it.</summary>
public sealed class PictureContentTests
{
    private static readonly byte[] Lossless = WebP([.. "VP8L"u8, 5, 0, 0, 0, 0x2f, 5, 0x80, 1, 0, 0, 0, 0, 0, 0]);
    private static readonly byte[] Lossy = WebP([.. "VP8 "u8, 10, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 6, 0x40, 7, 0x40]);

    /// <summary>Each six wide and seven high.</summary>
    public static TheoryData<string, byte[]> Sound => new()
    {
        { "a.png", Samples.Png(6, 7) },
        { "extended.webp", Samples.WebP(6, 7) },
        { "lossy.webp", Lossy },
        { "lossless.webp", Lossless },
        { "a.gif", Samples.Gif(6, 7) },
        { "87.gif", [.. "GIF87a"u8, 6, 0, 7, 0, 0, 0, 0, 0x3b] },
        { "words.gif", [.. "GIF89a"u8, 6, 0, 7, 0, 0, 0, 0, 0x21, 0xfe, 2, 1, 1, 1, 9, 0, 0x3b] },
        {
            "colours.gif",
            [.. "GIF89a"u8, 6, 0, 7, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 6, 0, 7, 0, 0x80, 1, 2, 3, 4, 5, 6, 2, 1, 0x44, 0, 0x3b]
        },
        { "a.jpg", Samples.Jpeg(6, 7) },
        { "progressive.jpg", [0xff, 0xd8, 0xff, 0xc2, 0, 11, 8, 0, 7, 0, 6, 1, 1, 0x11, 0] },
        { "tables.jpg", [0xff, 0xd8, 0xff, 0xc4, 0, 3, 1, 0xff, 0xc8, 0, 2, 0xff, 0xcc, 0, 2, 0xff, 0xcf, 0, 11, 8, 0, 7, 0, 6] },
        { "filled.jpg", [0xff, 0xd8, 0xff, 0xff, 0xff, 0xc0, 0, 11, 8, 0, 7, 0, 6] },
    };

    public static TheoryData<string, byte[]> Crooked => new()
    {
        { "another first.png", Changed(Samples.Png(), 12, (byte)'J') },
        { "short header.png", Changed(Samples.Png(), 11, 12) },
        { "no width.png", Samples.Png(0, 7) },
        { "no height.png", Samples.Png(6, 0) },
        { "unknown block.gif", [.. "GIF89a"u8, 6, 0, 7, 0, 0, 0, 0, 0x22, 0, 0x3b] },
        { "no height.gif", Samples.Gif(6, 0) },
        { "another length.webp", Changed(Samples.WebP(), 4, 23) },
        { "unknown.webp", Changed(Samples.WebP(), 15, (byte)'9') },
        { "no sign.webp", Changed(Lossless, 20, 0x2e) },
        { "no start.webp", Changed(Lossy, 25, 0x2b) },
        { "no width.webp", Changed(Changed(Lossy, 26, 0), 27, 0x40) },
        { "no segment.jpg", [0xff, 0xd8, 0xff, 0xe0, 0, 2, 0, 0, 0, 0] },
        { "short segment.jpg", [0xff, 0xd8, 0xff, 0xe0, 0, 1, 0xff, 0xc0, 0, 11, 8, 0, 7, 0, 6] },
        { "data first.jpg", [0xff, 0xd8, 0xff, 0xda, 0, 2, 0xff, 0xc0, 0, 11, 8, 0, 7, 0, 6] },
        { "no height.jpg", Samples.Jpeg(6, 0) },
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public void FI_05_ASoundPicture_IsTaken_UpToItsOwnNumberOfPixels(string name, byte[] content)
    {
        Judge(name, content, 6 * 7).ShouldBeNull();
        Judge(name, content, (6 * 7) - 1).ShouldBe(FileRefusal.TooManyPixels);
    }

    [Theory]
    [MemberData(nameof(Crooked))]
    public void FI_01_APictureThatIsCrooked_IsNone(string name, byte[] content) =>
        Judge(name, content).ShouldBe(FileRefusal.ContentDiffers);

    [Fact]
    public void FI_01_APictureThatEndsTooEarly_WhereverItEnds_IsNone()
    {
        // A JPEG says its size at its beginning, and more is not looked at.
        const int JpegWithSize = 17;
        foreach (var (name, content, needed) in new[]
        {
            ("a.png", Samples.Png(), Samples.Png().Length), ("a.gif", Samples.Gif(), Samples.Gif().Length),
            ("a.webp", Samples.WebP(), Samples.WebP().Length), ("a.webp", Lossy, Lossy.Length), ("a.webp", Lossless, Lossless.Length),
            ("a.jpg", Samples.Jpeg(), JpegWithSize),
        })
        {
            for (var length = 1; length < needed; length++)
            {
                Judge(name, content[..length]).ShouldBe(FileRefusal.ContentDiffers, $"{name}, {length} bytes");
            }

            Judge(name, content[..needed]).ShouldBeNull(name);
        }
    }

    [Theory]
    [InlineData(30_000, 1, null)]
    [InlineData(30_001, 1, FileRefusal.TooManyPixels)]
    [InlineData(1, 30_000, null)]
    [InlineData(1, 30_001, FileRefusal.TooManyPixels)]
    public void FI_05_ASideThatIsTooLong_IsRefused_HoweverNarrowTheOther(uint width, uint height, FileRefusal? refusal) =>
        Judge("a.png", Samples.Png(width, height)).ShouldBe(refusal);

    private static byte[] WebP(byte[] data) => [.. "RIFF"u8, (byte)(data.Length + 4), 0, 0, 0, .. "WEBP"u8, .. data];

    private static byte[] Changed(byte[] content, int at, byte value)
    {
        byte[] changed = [.. content];
        changed[at] = value;
        return changed;
    }

    private static FileRefusal? Judge(string name, byte[] content, long mostPixels = 100_000_000)
    {
        using var stream = new MemoryStream(content);
        return FileRules.Judge(name, stream, FileLimits.Usual with { MostPixels = mostPixels }).Refusal;
    }
}
