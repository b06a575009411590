using System.Globalization;
using Portal.Web.Tenancy.Times;

namespace Portal.Web.Http.Languages;

/// <summary>Numbers and days as the person in front of the screen reads them.</summary>
public static class ReaderText
{
    /// <summary>1,234.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>2026/07/01, 1 Jul 2026.</summary>
    public static string Day(DateOnly day) => MomentText.Of(day, TimeStyle.Date, CultureInfo.CurrentUICulture);
}
