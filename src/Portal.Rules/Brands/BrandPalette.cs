namespace Portal.Rules.Brands;

/// <summary>
/// All shades of a tenant's one colour. What must be read has its contrast held: the lightness moves until it has it,
/// whatever the colour was, and the hue stays (FACE-1).
/// </summary>
/// <param name="Light">On white.</param>
/// <param name="Dark">On nearly black.</param>
public sealed record BrandPalette(BrandShades Light, BrandShades Dark)
{
    /// <summary>Of text against its ground (WCAG 2.2, 1.4.3).</summary>
    public const double LeastContrast = 4.5;

    /// <summary>The grounds of a page, as the stylesheet has them: page, surface, raised.</summary>
    public static readonly IReadOnlyList<Rgb> LightGrounds = [Rgb.White, Rgb.Parse("#f2f2f2")];

    /// <summary>The same in the dark.</summary>
    public static readonly IReadOnlyList<Rgb> DarkGrounds = [Rgb.Parse("#111418"), Rgb.Parse("#1c2127"), Rgb.Parse("#171b20")];

    private static readonly Rgb DarkInk = Rgb.Parse("#0a0f1f");

    // One step of lightness: finer than the eye tells, coarse enough that two hundred of them reach any end.
    private const double Step = 0.005;

    // The difference that a pointer makes.
    private const double HoverStep = 0.09;

    // Below this there is no room to become darker: what is under the pointer becomes lighter instead.
    private const double NearlyBlack = 0.25;

    /// <summary>Worked out from any colour at all.</summary>
    public static BrandPalette Of(Rgb brand)
    {
        var color = Oklch.Of(brand);
        return new BrandPalette(OnLight(brand, color), OnDark(color));
    }

    private static BrandShades OnLight(Rgb brand, Oklch color)
    {
        var tint = (color with { Lightness = 0.965, Chroma = Math.Min(color.Chroma * 0.3, 0.025) }).ToRgb();
        var grounds = (Rgb[])[.. LightGrounds, tint];
        var primary = Held(color, -Step, grounds);
        var hover = Held(primary with
        {
            Lightness = primary.Lightness + (primary.Lightness > NearlyBlack ? -HoverStep : HoverStep),
        }, -Step, grounds);
        return new BrandShades(primary.ToRgb(), hover.ToRgb(), Rgb.White, hover.ToRgb(), tint, brand, InkOn(brand));
    }

    private static BrandShades OnDark(Oklch color)
    {
        var tint = (color with { Lightness = 0.27, Chroma = Math.Min(color.Chroma * 0.5, 0.06) }).ToRgb();
        var band = (color with { Lightness = Math.Clamp(color.Lightness, 0.26, 0.34), Chroma = color.Chroma * 0.8 }).ToRgb();
        var primary = Held(color with { Lightness = 0.8, Chroma = color.Chroma * 0.55 }, Step, [.. DarkGrounds, tint, DarkInk]);
        var hover = primary with { Lightness = primary.Lightness + HoverStep };
        return new BrandShades(primary.ToRgb(), hover.ToRgb(), DarkInk, primary.ToRgb(), tint, band, InkOn(band));
    }

    /// <summary>Moved in lightness until each ground is far enough away; at the end is black or white.</summary>
    private static Oklch Held(Oklch color, double step, Rgb[] grounds)
    {
        while (color.Lightness is > 0 and < 1 && grounds.Any(ground => color.ToRgb().ContrastTo(ground) < LeastContrast))
        {
            color = color with { Lightness = color.Lightness + step };
        }

        return color;
    }

    /// <summary>White as long as it can be read, else black: one of the two always can.</summary>
    private static Rgb InkOn(Rgb ground) => ground.ContrastTo(Rgb.White) >= LeastContrast ? Rgb.White : Rgb.Black;
}
