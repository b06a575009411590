using System.Text;
using Portal.Web.Files.Pictures;

namespace Portal.Web.Tests.Files;

public sealed class PictureTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("SECRET 35.6586N 139.7454E");

    [Fact]
    public void PROF_1_FI_05_APngLosesTextsPlacesTimesAndWhatFollowsItsEnd()
    {
        var file = SamplePictures.Png(
            5, 4,
            SamplePictures.Chunk("gAMA", [0, 0, 0xB1, 0x8F]), SamplePictures.Chunk("tEXt", Secret), SamplePictures.Chunk("eXIf", Secret),
                SamplePictures.Chunk("iCCP", Secret), SamplePictures.Chunk("tIME", [7, 0xEA, 1, 1, 1, 1, 1]),
                SamplePictures.Chunk("acTL", new byte[8]));

        var (picture, problem) = Picture.Read([.. file, .. Secret]);

        problem.ShouldBeNull();
        (picture!.ContentType, picture.Width, picture.Height).ShouldBe(("image/png", 5, 4));
        picture.Content.ShouldBe(SamplePictures.Png(5, 4, SamplePictures.Chunk("gAMA", [0, 0, 0xB1, 0x8F])));
        Picture.Read(picture.Content).Picture!.Content.ShouldBe(picture.Content);
    }

    [Fact]
    public void PROF_1_FI_05_AJpegLosesExifXmpCommentsThumbnailsAndWhatFollowsItsEnd()
    {
        byte[] thumbnail = [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 1, 1, .. Secret[..3]];
        var file = SamplePictures.Jpeg(
            SamplePictures.Segment(0xE0, thumbnail), SamplePictures.Segment(0xE1, [.. "Exif\0\0"u8, .. Secret]),
                SamplePictures.Segment(0xE2, Secret), SamplePictures.Segment(0xED, Secret), SamplePictures.Segment(0xFE, Secret));

        var (picture, problem) = Picture.Read([.. file, .. Secret]);

        problem.ShouldBeNull();
        (picture!.ContentType, picture.Width, picture.Height).ShouldBe(("image/jpeg", 8, 6));
        picture.Content.ShouldBe(SamplePictures.Jpeg(SamplePictures.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0])));
        Picture.Read(picture.Content).Picture!.Content.ShouldBe(picture.Content);
    }

    [Fact]
    public void PROF_1_AdobesWordOnColoursStaysBecausePixelsNeedIt()
    {
        var adobe = SamplePictures.Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 1]);
        Picture.Read(SamplePictures.Jpeg(adobe,
            SamplePictures.Segment(0xE1, Secret))).Picture!.Content.ShouldBe(SamplePictures.Jpeg(adobe));
    }

    [Theory]
    [InlineData(4096, 1, null)]
    [InlineData(4097, 1, PictureProblem.TooManyPixels)]
    [InlineData(1, 50_000, PictureProblem.TooManyPixels)]
    [InlineData(0, 1, PictureProblem.NotAPicture)]
    [InlineData(-1, 1, PictureProblem.NotAPicture)]
    public void PROF_1_FI_05_SizeIsReadFromTheHeaderAlone(int width, int height, PictureProblem? expected) =>
        Picture.Read(SamplePictures.Png(width, height)).Problem.ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Broken))]
    public void FI_01_WhatIsNoWholePictureIsNone(string name, byte[] file)
    {
        _ = name;
        Picture.Read(file).Problem.ShouldBe(PictureProblem.NotAPicture);
    }

    public static TheoryData<string, byte[]> Broken()
    {
        var png = SamplePictures.Png(5, 4);
        var jpeg = SamplePictures.Jpeg();
        byte[] flipped = [.. png];
        flipped[20] ^= 1;
        return new()
        {
            { "empty", [] },
            { "html", Encoding.ASCII.GetBytes("<html><script>alert(1)</script>") },
            { "gif", Encoding.ASCII.GetBytes("GIF89a") },
            { "svg", Encoding.ASCII.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>") },
            { "png cut", png[..^5] },
            { "png header alone", png[..8] },
            { "png with a wrong sum", flipped },
            { "png with a length beyond its end", [.. png[..8], 0x7F, 0xFF, 0xFF, 0xFF, .. png[12..]] },
            { "png without pixels", [.. png[..33], .. SamplePictures.Chunk("IEND", [])] },
            { "png with two headers", [.. png[..33], .. png[8..]] },
            { "jpeg cut", jpeg[..^2] },
            { "jpeg start alone", [0xFF, 0xD8, 0xFF] },
            { "jpeg with a length beyond its end", [0xFF, 0xD8, 0xFF, 0xE1, 0xFF, 0xFF, 1] },
            { "jpeg without pixels", [0xFF, 0xD8, 0xFF, 0xD9] },
        };
    }
}
