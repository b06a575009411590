using System.Globalization;
using Portal.Rules.Text;

namespace Portal.Rules.WorkRequests;

/// <summary>Whole numbers as people type them: width and separators do not matter.</summary>
internal static class NumberText
{
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <returns>Null where it is none.</returns>
    public static int? Read(string typed) => int.TryParse(Plain(typed), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : null;

    public static string Plain(string typed) => CanonicalText.LoginId(typed).Replace(",", "", StringComparison.Ordinal);
}
