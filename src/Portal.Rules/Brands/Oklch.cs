namespace Portal.Rules.Brands;

/// <summary>
/// A colour as the eye orders it (Björn Ottosson's OKLab, in polar form): lightness can change while the hue stays.
/// </summary>
/// <param name="Lightness">0 (black) to 1 (white).</param>
/// <param name="Chroma">0 is grey; the screen shows at most about 0.32.</param>
/// <param name="Hue">In radians.</param>
public readonly record struct Oklch(double Lightness, double Chroma, double Hue)
{
    // How far outside the screen's colours counts as rounding.
    private const double Tolerance = 0.0005;

    // Halvings of the chroma's interval: far below what a channel's 256 steps can tell.
    private const int Halvings = 16;

    /// <summary>Where a colour of the screen stands.</summary>
    public static Oklch Of(Rgb color)
    {
        var (r, g, b) = (Rgb.Linear(color.Red), Rgb.Linear(color.Green), Rgb.Linear(color.Blue));
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        var lightness = (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s);
        var a = (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s);
        var c = (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s);
        return new Oklch(lightness, Math.Sqrt((a * a) + (c * c)), Math.Atan2(c, a));
    }

    /// <summary>The colour of the screen; where none is so strong, the strongest of that lightness and hue.</summary>
    public Rgb ToRgb()
    {
        if (IsShown(Light()))
        {
            return Encoded(Light());
        }

        var (low, high) = (0.0, Chroma);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = IsShown((this with { Chroma = middle }).Light()) ? (middle, high) : (low, middle);
        }

        return Encoded((this with { Chroma = low }).Light());
    }

    private (double Red, double Green, double Blue) Light()
    {
        var (a, b) = (Chroma * Math.Cos(Hue), Chroma * Math.Sin(Hue));
        var l = Math.Pow(Lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(Lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(Lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        return ((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s));
    }

    private static bool IsShown((double Red, double Green, double Blue) light) =>
        IsShown(light.Red) && IsShown(light.Green) && IsShown(light.Blue);

    private static bool IsShown(double channel) => channel is >= -Tolerance and <= 1 + Tolerance;

    private static Rgb Encoded((double Red, double Green, double Blue) light) =>
        new(Rgb.Encoded(light.Red), Rgb.Encoded(light.Green), Rgb.Encoded(light.Blue));
}
