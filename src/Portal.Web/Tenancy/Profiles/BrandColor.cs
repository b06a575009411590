using System.Text.RegularExpressions;
using Portal.Rules.Brands;

namespace Portal.Web.Tenancy.Profiles;

/// <summary>Whether white text can be read on a tenant's colour, as mails have it on their buttons.</summary>
public static partial class BrandColor
{
    /// <param name="color">#RRGGBB.</param>
    public static bool IsUsable(string color) =>
        Pattern().IsMatch(color) && Rgb.Parse(color).ContrastTo(Rgb.White) >= BrandPalette.LeastContrast;

    /// <summary>Whether it is a colour at all, readable or not.</summary>
    public static bool IsColor(string color) => Pattern().IsMatch(color);

    /// <summary>1 (white) to 21 (black); mails and pages need 4.5.</summary>
    /// <param name="color">A colour.</param>
    public static double ContrastToWhite(string color) => Rgb.Parse(color).ContrastTo(Rgb.White);

    [GeneratedRegex(@"^#[0-9A-Fa-f]{6}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
