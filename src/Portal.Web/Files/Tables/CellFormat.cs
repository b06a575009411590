using System.Buffers;
using System.Globalization;
using System.Text;

namespace Portal.Web.Files.Tables;

/// <summary>
/// A number's format, as far as it decides what the number is: a date, or digits with the zeros before them
/// ("0000000000", "000-0000-0000"). Every other format is decoration, and the number is read as it is.
/// </summary>
internal sealed record CellFormat
{
    private static readonly SearchValues<char> Moments = SearchValues.Create("yYdDhHsSeEmMgG");
    public static readonly CellFormat General = new();

    private static readonly DateTime Excel1904 = new(1904, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private CellFormat()
    {
    }

    private bool IsDate { get; init; }

    /// <summary>Digit places ('0', '#') and what stands between them; null where there is nothing to keep.</summary>
    private string? Mask { get; init; }

    /// <param name="id">Those below 164 are the program's own (ECMA-376, 18.8.30).</param>
    public static CellFormat Of(uint id, string? code)
    {
        if (code is null)
        {
            var isDate = id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);
            return isDate ? new CellFormat { IsDate = true } : General;
        }

        var plain = Plain(code);
        return IsMoment(plain) ? new CellFormat { IsDate = true } : new CellFormat { Mask = IsMask(plain) ? plain : null };
    }

    private static bool IsMoment(string plain) => plain.AsSpan().ContainsAny(Moments)
        && !plain.Contains("General", StringComparison.OrdinalIgnoreCase) && !plain.Contains("E+", StringComparison.Ordinal);

    public string Show(decimal number, bool since1904)
    {
        if (IsDate && Moment(number, since1904) is { } moment)
        {
            return moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        }

        return Mask is not null && number >= 0 && decimal.IsInteger(number)
            ? Masked(number.ToString("0", CultureInfo.InvariantCulture))
            : number.ToString("0.######", CultureInfo.InvariantCulture);
    }

    private static DateTime? Moment(decimal number, bool since1904)
    {
        const int LastDay = 2_958_465;
        if (number is < 1 or > LastDay)
        {
            return null;
        }

        var seconds = TimeSpan.FromSeconds((long)Math.Round((number - decimal.Truncate(number)) * 86_400));
        var day = since1904 ? Excel1904.AddDays((int)number) : DateTime.FromOADate((int)number);
        return day + seconds;
    }

    /// <summary>The part for positive numbers, without quotes, colours and languages.</summary>
    private static string Plain(string code)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < code.Length && code[at] != ';'; at++)
        {
            switch (code[at])
            {
                case '"' or '[':
                    var end = code.IndexOf(code[at] == '"' ? '"' : ']', at + 1);
                    plain.Append(code[at] == '"' && end > 0 && IsBetween(code[(at + 1)..end]) ? code[(at + 1)..end] : "");
                    at = end < 0 ? code.Length : end;
                    break;
                case '\\' or '_' or '*':
                    plain.Append(code[at] == '\\' && at + 1 < code.Length && IsBetween(code[at + 1].ToString()) ? code[at + 1] : "");
                    at++;
                    break;
                default:
                    plain.Append(code[at]);
                    break;
            }
        }

        return plain.ToString();
    }

    private static bool IsBetween(string text) => text.All(c => "-() ".Contains(c, StringComparison.Ordinal));

    private static bool IsMask(string plain) => plain.Contains('0', StringComparison.Ordinal)
        && plain.Count(c => c is '0' or '#') > 1 && plain.All(c => c is '0' or '#' || IsBetween(c.ToString()));

    /// <summary>Fills the places from the right; what has none goes before them.</summary>
    private string Masked(string digits)
    {
        var (result, left) = (new StringBuilder(), digits.Length);
        foreach (var place in Mask!.Reverse())
        {
            if (place is not ('0' or '#'))
            {
                result.Insert(0, place);
            }
            else if (left > 0 || place == '0')
            {
                result.Insert(0, left > 0 ? digits[--left] : '0');
            }
        }

        return digits[..left] + result.ToString().Trim();
    }
}
