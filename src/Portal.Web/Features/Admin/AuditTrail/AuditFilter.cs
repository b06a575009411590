using System.Net;
using Portal.Rules.Text;

namespace Portal.Web.Features.Admin.AuditTrail;

/// <summary>The conditions of a search, understood.</summary>
/// <param name="Until">Before this moment.</param>
public sealed record AuditFilter(string? Kind, string? Subject, string? Actor, string? Address, DateTimeOffset? Since,
    DateTimeOffset? Until)
{
    /// <param name="startOfDay">When a day begins where the reader is.</param>
    /// <returns>The filter, and the names of the fields that are not understood.</returns>
    public static (AuditFilter Filter, IReadOnlyList<string> Faults) Of(AuditQuery query, Func<DateOnly, DateTimeOffset> startOfDay)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(startOfDay);
        var (from, to) = (TypedDate.Parse(query.From), TypedDate.Parse(query.To));
        string[] faults =
        [
            .. from is null && Text(query.From) is not null ? [nameof(query.From)] : Array.Empty<string>(),
            .. to is null && Text(query.To) is not null ? [nameof(query.To)] : Array.Empty<string>(),
        ];
        var filter = new AuditFilter(
            Text(query.Kind), Text(query.Subject), Text(query.Actor), NetworkAddress(query.Address),
            from is { } first ? startOfDay(first) : null,
            to is { } last && last < DateOnly.MaxValue ? startOfDay(last.AddDays(1)) : null);
        return (filter, faults);
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : CanonicalText.FreeText(typed);

    private static string? NetworkAddress(string? typed) =>
        Text(typed) is { } text && IPAddress.TryParse(text, out var address) ? address.ToString() : Text(typed);
}
