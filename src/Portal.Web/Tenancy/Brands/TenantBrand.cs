using System.Security.Cryptography;
using System.Text;
using Portal.Rules.Brands;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tenancy.Brands;

/// <summary>A tenant's face, worked out once: its stylesheet, its icon, and a version that changes with them.</summary>
public sealed class TenantBrand
{
    public const string UsualColor = "#0017c1";

    // Enough to tell one content from another; nobody gains by two that are alike.
    private const int VersionBytes = 8;

    private TenantBrand(BrandProfile profile)
    {
        Palette = BrandPalette.Of(Rgb.Parse(profile.PrimaryColor ?? UsualColor));
        (Mark, Tone) = (BrandMarks.Drawing(profile.Mark), profile.Tone);
        Sheet = BrandSheet.Write(":root", Palette);
        Icon = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\" width=\"32\" height=\"32\">"
            + $"<rect width=\"32\" height=\"32\" rx=\"8\" fill=\"{Palette.Light.Band}\"/>"
            + $"<g transform=\"translate(4 4)\" fill=\"none\" stroke=\"{Palette.Light.OnBand}\" stroke-width=\"2.25\" "
            + $"stroke-linecap=\"round\" stroke-linejoin=\"round\">{Mark}</g></svg>";
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sheet + Icon)).AsSpan(0, VersionBytes));
    }

    public BrandPalette Palette { get; }

    /// <summary>The drawing, as strokes on 24 × 24.</summary>
    public string Mark { get; }

    public string Tone { get; }

    public string Sheet { get; }

    public string Icon { get; }

    public string Version { get; }

    public static TenantBrand Of(BrandProfile profile) => new(profile);
}
