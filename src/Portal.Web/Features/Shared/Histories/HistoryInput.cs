using Portal.Rules.Text;
using Portal.Web.Audit.Histories;

namespace Portal.Web.Features.Shared.Histories;

/// <summary>
/// The conditions of a history as they stand in the address.
/// What is not understood is the default, but for dates (IV-09).
/// </summary>
public sealed class HistoryInput
{
    public string? Kind { get; set; }

    /// <summary>First day, in the reader's zone.</summary>
    public string? From { get; set; }

    /// <summary>Last day, in the reader's zone.</summary>
    public string? To { get; set; }

    /// <summary>"at" for the oldest first.</summary>
    public string? Sort { get; set; }

    /// <summary>Further than this place.</summary>
    public string? After { get; set; }

    /// <summary>Back from this place.</summary>
    public string? Before { get; set; }

    /// <summary>csv, xlsx or pdf.</summary>
    public string? Format { get; set; }

    /// <summary>The group that <see cref="Kind"/> names, once this is understood.</summary>
    public string? Group { get; private set; }

    public bool OldestFirst => Sort == "at";

    public int Active => (Group is null ? 0 : 1) + (string.IsNullOrWhiteSpace(From) ? 0 : 1) + (string.IsNullOrWhiteSpace(To) ? 0 : 1);

    /// <summary>What the audit log keeps of an export.</summary>
    public object Facts => new { kind = Group, since = Or(From), till = Or(To) };

    /// <param name="kinds">What histories tell.</param>
    /// <param name="startOfDay">When a day begins where the reader is.</param>
    /// <returns>The filter, and the names of the fields that hold no date.</returns>
    public (HistoryFilter Filter, IReadOnlyList<string> Faults) Understand(HistoryKinds kinds,
        Func<DateOnly, DateTimeOffset> startOfDay)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(startOfDay);
        Group = kinds.IsGroup(Kind) ? Kind : null;
        var (from, to) = (Day(From), Day(To));
        string[] faults =
        [
            .. from is null && Or(From) is not null ? [nameof(From)] : Array.Empty<string>(),
            .. to is null && Or(To) is not null ? [nameof(To)] : Array.Empty<string>(),
        ];
        var filter = new HistoryFilter(
            Group,
            from is { } first ? startOfDay(first) : null,
            to is { } last && last < DateOnly.MaxValue ? startOfDay(last.AddDays(1)) : null,
            OldestFirst);
        return (filter, faults);
    }

    private static DateOnly? Day(string? typed) => Or(typed) is { } text ? DateText.Parse(text) : null;

    private static string? Or(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
