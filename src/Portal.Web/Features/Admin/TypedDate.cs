using System.Globalization;
using System.Text;

namespace Portal.Web.Features.Admin;

/// <summary>
/// A day as the browser sends it or as people write it: 2026-07-01, 2026/7/1, 2026年7月1日, in any width.
/// </summary>
internal static class TypedDate
{
    private static readonly string[] Forms = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    public static DateOnly? Parse(string? typed) =>
        DateOnly.TryParseExact(typed?.Normalize(NormalizationForm.FormKC).Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var day) ? day : null;
}
