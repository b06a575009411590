namespace Portal.Rules.Brands;

/// <summary>What stands in the way of a picture that is to be a logo.</summary>
public enum LogoFault
{
    /// <summary>Blurred on a screen with two dots a pixel.</summary>
    TooLow,

    /// <summary>Of the width of a telephone too little would be left.</summary>
    TooWide,

    /// <summary>Drawn as high as the header it would be a line.</summary>
    TooTall,

    /// <summary>More bytes than a first page should wait for.</summary>
    TooLarge,
}

/// <summary>
/// Which pictures can be a logo: it stands 32 pixels high above every page, beside the site's name (ADMIN-10, FACE-1).
/// </summary>
public static class LogoRule
{
    /// <summary>How high it is drawn, in CSS pixels.</summary>
    public const int DrawnHeight = 32;

    /// <summary>Dots; two for each pixel it is drawn in.</summary>
    public const int LeastHeight = 2 * DrawnHeight;

    /// <summary>How many times wider than high; a narrow telephone shows it beside a menu.</summary>
    public const int MostTimesWider = 5;

    /// <summary>Bytes. Everybody's first page waits for it.</summary>
    public const int LargestFile = 256 * 1024;

    /// <param name="width">Dots, more than none.</param>
    /// <param name="height">Dots, more than none.</param>
    /// <param name="size">Bytes, as it would be stored.</param>
    /// <returns>Null where nothing does.</returns>
    public static LogoFault? FaultOf(int width, int height, int size) =>
        height < LeastHeight ? LogoFault.TooLow
        : width > MostTimesWider * (long)height ? LogoFault.TooWide
        : height > 2L * width ? LogoFault.TooTall
        : size > LargestFile ? LogoFault.TooLarge
        : null;

    /// <summary>How wide it is drawn, in CSS pixels: at least one.</summary>
    public static int DrawnWidth(int width, int height) =>
        Math.Max(1, (int)Math.Round(width * (double)DrawnHeight / height, MidpointRounding.AwayFromZero));
}
