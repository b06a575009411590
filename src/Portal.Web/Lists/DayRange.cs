using Microsoft.AspNetCore.Mvc.ModelBinding;
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

    /// <summary>It ends before it begins: nothing lies in it, and whoever typed it meant something else.</summary>
    public bool IsReversed => Since >= Until;

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

    /// <summary>Puts what is wrong where it belongs.</summary>
    /// <param name="unreal">What to say of a field that holds no day.</param>
    /// <param name="reversed">What to say of an end before the beginning.</param>
    /// <returns>False where something is wrong.</returns>
    public bool Check(ModelStateDictionary state, Func<string, string> unreal, string reversed)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(unreal);
        foreach (var field in Faults)
        {
            state.AddModelError(field, unreal(field));
        }

        if (IsReversed)
        {
            state.AddModelError(To, reversed);
        }

        return Faults.Count == 0 && !IsReversed;
    }

    /// <summary>A day as it was typed; null for none.</summary>
    public static DateOnly? Day(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : DateText.Parse(typed);
}
