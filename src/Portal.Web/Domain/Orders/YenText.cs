using System.Globalization;
using Portal.Rules.Orders;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Domain.Orders;

/// <summary>Amounts and rates as text, the same on pages, in mails and in documents.</summary>
public static class YenText
{
    /// <summary>12,345円, ¥12,345.</summary>
    public static string Of(Yen amount, CultureInfo culture)
    {
        var digits = amount.Amount.ToString("N0", CultureInfo.InvariantCulture);
        return MomentText.IsJapanese(culture) ? $"{digits}円" : $"¥{digits}";
    }

    /// <summary>10%, 6.25%.</summary>
    public static string Of(TaxRate rate) => (rate.Hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
