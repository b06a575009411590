using System.Net;
using Portal.Rules.Text;
using Portal.Web.Lists;

namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>The conditions of a search, understood.</summary>
/// <param name="Until">Before this moment.</param>
public sealed record AuditFilter(string? Kind, string? Subject, string? Actor, string? Address, DateTimeOffset? Since,
    DateTimeOffset? Until)
{
    /// <param name="startOfDay">When a day begins where the reader is.</param>
    /// <returns>The filter, and its days as they were understood.</returns>
    public static (AuditFilter Filter, DayRange Days) Of(AuditQuery query, Func<DateOnly, DateTimeOffset> startOfDay)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(startOfDay);
        var days = DayRange.Read(query.From, query.To, startOfDay);
        var filter = new AuditFilter(Text(query.Kind), Text(query.Subject), Text(query.Actor), NetworkAddress(query.Address), days.Since,
            days.Until);
        return (filter, days);
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : CanonicalText.FreeText(typed);

    private static string? NetworkAddress(string? typed) =>
        Text(typed) is { } text && IPAddress.TryParse(text, out var address) ? address.ToString() : Text(typed);
}
