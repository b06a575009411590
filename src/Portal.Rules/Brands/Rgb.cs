using System.Globalization;

namespace Portal.Rules.Brands;

/// <summary>A colour of the screen, with luminance and contrast as WCAG 2.2 defines them.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <summary>The lightest.</summary>
    public static readonly Rgb White = new(255, 255, 255);

    /// <summary>The darkest.</summary>
    public static readonly Rgb Black = new(0, 0, 0);

    /// <summary>0 (black) to 1 (white).</summary>
    public double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="hex">#RRGGBB.</param>
    public static Rgb Parse(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        return hex is ['#', _, _, _, _, _, _]
            ? new Rgb(Channel(hex, 1), Channel(hex, 3), Channel(hex, 5))
            : throw new FormatException("A colour is written #RRGGBB.");
    }

    /// <summary>1 (the same) to 21 (black on white).</summary>
    public double ContrastTo(Rgb other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>#rrggbb.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    /// <summary>From the value of a channel to its share of the light.</summary>
    internal static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    /// <summary>The way back from <see cref="Linear"/>.</summary>
    internal static byte Encoded(double light)
    {
        var value = light <= 0.0031308 ? light * 12.92 : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055;
        return (byte)Math.Round(Math.Clamp(value, 0, 1) * 255);
    }

    private static byte Channel(string hex, int at) =>
        byte.Parse(hex.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
