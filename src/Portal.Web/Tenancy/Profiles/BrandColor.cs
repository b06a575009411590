using Portal.Rules.Brands;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>Whether white text can be read on a tenant's colour, as mails have it on their buttons.</summary>
public static class BrandColor
{
    /// <param name="color">#RRGGBB.</param>
    public static bool IsUsable(string color) =>
        IsColor(color) && Rgb.Parse(color).ContrastTo(Rgb.White) >= BrandPalette.LeastContrast;

    /// <summary>Whether it is a colour at all, readable or not.</summary>
    public static bool IsColor(string color) => color is ['#', _, _, _, _, _, _] && color.Skip(1).All(char.IsAsciiHexDigit);

    /// <summary>1 (white) to 21 (black); mails and pages need 4.5.</summary>
    /// <param name="color">A colour.</param>
    public static double ContrastToWhite(string color) => Rgb.Parse(color).ContrastTo(Rgb.White);
}
