using Portal.Rules.Brands;

namespace Portal.Web.Tenancy.Brands;

/// <summary>The shades as custom properties, which the stylesheet of all portals reads.</summary>
internal static class BrandSheet
{
    /// <param name="selector">What is drawn with them: `:root`, or a class where several stand on a page.</param>
    public static string Write(string selector, BrandPalette palette) =>
        $"{selector}{{{Properties("--brand", palette.Light)}{Properties("--brand-dark", palette.Dark)}}}\n";

    private static string Properties(string name, BrandShades shades) =>
        $"{name}:{shades.Primary};{name}-hover:{shades.Hover};{name}-on:{shades.OnPrimary};{name}-link:{shades.Link};"
        + $"{name}-tint:{shades.Tint};{name}-band:{shades.Band};{name}-on-band:{shades.OnBand};";
}
