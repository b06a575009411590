using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>
/// Whether white text can be read on a tenant's colour (WCAG 2.2, relative luminance and contrast ratio).
/// </summary>
public static partial class BrandColor
{
    public const double LeastContrast = 4.5;

    /// <param name="color">#RRGGBB.</param>
    public static bool IsUsable(string color) => Pattern().IsMatch(color) && Contrast(color) >= LeastContrast;

    /// <summary>1 (white itself) to 21 (black).</summary>
    public static double Contrast(string color)
    {
        ArgumentNullException.ThrowIfNull(color);
        return 1.05 / (Luminance(color) + 0.05);
    }

    private static double Luminance(string color) =>
        (0.2126 * Channel(color, 1)) + (0.7152 * Channel(color, 3)) + (0.0722 * Channel(color, 5));

    private static double Channel(string color, int at)
    {
        var value = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"^#[0-9A-Fa-f]{6}\z")]
    private static partial Regex Pattern();
}
