using System.Collections.Concurrent;

namespace Portal.Rules.Calendars;

/// <summary>
/// The national holidays of Japan by the rules of the act as it stands since 2022. Years whose days a special law moved
/// (2019 to 2021) and what later laws move come from a calendar of the tenant (<see cref="WorkingCalendar"/>).
/// </summary>
public static class JapaneseHolidays
{
    /// <summary>From here on the rules hold as they are.</summary>
    public const int FirstYear = 2022;

    /// <summary>Up to here the equinoxes are near enough.</summary>
    public const int LastYear = 2099;

    private static readonly ConcurrentDictionary<int, IReadOnlySet<DateOnly>> Known = new();

    /// <summary>Is it one of those days? False for years outside the rules.</summary>
    public static bool Contain(DateOnly day) =>
        day.Year is >= FirstYear and <= LastYear && Known.GetOrAdd(day.Year, Of).Contains(day);

    /// <exception cref="ArgumentOutOfRangeException">
    /// Outside <see cref="FirstYear"/> to <see cref="LastYear"/>.
    /// </exception>
    public static IReadOnlySet<DateOnly> Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        var days = Named(year).ToHashSet();
        AddSubstitutes(days);
        AddDaysBetween(days);
        return days;
    }

    private static DateOnly[] Named(int year) =>
    [
        new(year, 1, 1), // 元日
        Monday(year, 1, 2), // 成人の日
        new(year, 2, 11), // 建国記念の日
        new(year, 2, 23), // 天皇誕生日
        Equinox(year, 3, 20.8431), // 春分の日
        new(year, 4, 29), // 昭和の日
        new(year, 5, 3), // 憲法記念日
        new(year, 5, 4), // みどりの日
        new(year, 5, 5), // こどもの日
        Monday(year, 7, 3), // 海の日
        new(year, 8, 11), // 山の日
        Monday(year, 9, 3), // 敬老の日
        Equinox(year, 9, 23.2488), // 秋分の日
        Monday(year, 10, 2), // スポーツの日
        new(year, 11, 3), // 文化の日
        new(year, 11, 23), // 勤労感謝の日
    ];

    /// <summary>A holiday on a Sunday makes the next day that is none a holiday (Article 3, 2).</summary>
    private static void AddSubstitutes(HashSet<DateOnly> days)
    {
        foreach (var sunday in days.Where(day => day.DayOfWeek == DayOfWeek.Sunday).ToList())
        {
            var next = sunday.AddDays(1);
            while (!days.Add(next))
            {
                next = next.AddDays(1);
            }
        }
    }

    /// <summary>A single day between two holidays is one itself (Article 3, 3).</summary>
    private static void AddDaysBetween(HashSet<DateOnly> days)
    {
        foreach (var before in days.Where(day => days.Contains(day.AddDays(2))).ToList())
        {
            days.Add(before.AddDays(1));
        }
    }

    private static DateOnly Monday(int year, int month, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((8 - (int)first.DayOfWeek) % 7) + (7 * (nth - 1)));
    }

    /// <summary>
    /// By the usual approximation from the day of the month in 1980, with its fraction; the official day is published
    /// in February of the year before.
    /// </summary>
    private static DateOnly Equinox(int year, int month, double day)
    {
        const double DriftOfAYear = 0.242194;
        var years = year - 1980;
        return new(year, month, (int)(day + (DriftOfAYear * years)) - (years / 4));
    }
}
