namespace Portal.Web.Files.Pictures;

public enum PictureProblem
{
    /// <summary>No file was chosen.</summary>
    Missing,
    Empty,
    TooLarge,

    /// <summary>Neither PNG nor JPEG by its first bytes, or broken.</summary>
    NotAPicture,
    TooManyPixels,
}

/// <summary>A picture by its own bytes, without anything that is not needed to draw it (PROF-1, FI-05).</summary>
public sealed record Picture(string ContentType, int Width, int Height, byte[] Content)
{
    public const int LongestSide = 4096;
    public const int LargestFile = 2 * 1024 * 1024;

    /// <summary>What a file claims to be, by name or by header, is not asked: the bytes decide.</summary>
    public static (Picture? Picture, PictureProblem? Problem) Read(ReadOnlySpan<byte> file)
    {
        var picture = Png.IsOne(file) ? Png.Strip(file) : Jpeg.IsOne(file) ? Jpeg.Strip(file) : null;
        return picture switch
        {
            null => (null, PictureProblem.NotAPicture),
            { Width: > LongestSide } or { Height: > LongestSide } => (null, PictureProblem.TooManyPixels),
            _ => (picture, null),
        };
    }
}
