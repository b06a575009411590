using Portal.Rules.Text;

namespace Portal.Web.Lists;

/// <summary>From one day to another as two fields of an address say it; both may be empty.</summary>
/// <param name="Since">From this moment on.</param>
/// <param name="Until">Before this moment.</param>
/// <param name="Faults">Which of the two fields hold no day: <see cref="From"/>, <see cref="To"/>.</param>
public sealed record DayRange(DateTimeOffset? Since, DateTimeOffset? Until, IReadOnlyList<string> Faults)
{
    public const string From = "From";
    public const string To = "To";

    /// <param name="startOfDay">When a day begins where the reader is.</param>
    public static DayRange Read(string? from, string? to, Func<DateOnly, DateTimeOffset> startOfDay)
    {
        ArgumentNullException.ThrowIfNull(startOfDay);
        var (first, last) = (Day(from), Day(to));
        List<string> faults = [];
        if (first is null && !string.IsNullOrWhiteSpace(from))
        {
            faults.Add(From);
        }

        if (last is null && !string.IsNullOrWhiteSpace(to))
        {
            faults.Add(To);
        }

        return new DayRange(
            first is { } day ? startOfDay(day) : null,
            last is { } end && end < DateOnly.MaxValue ? startOfDay(end.AddDays(1)) : null,
            faults);
    }

    private static DateOnly? Day(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : DateText.Parse(typed);
}
