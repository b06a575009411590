using System.Globalization;
using Microsoft.Extensions.Options;
using Portal.Rules.Calendars;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tenancy.Times;

/// <summary>Where special days stand that no rule knows.</summary>
public sealed class HolidayOptions
{
    public const string Section = "Portal:Holidays";

    /// <summary>
    /// A text file of a line a day, "2027-05-06 free" or "2027-05-06 working", and what it is; "#" begins a remark.
    /// Null for none.
    /// </summary>
    public string? File { get; set; }
}

/// <summary>
/// When the desks of the tenants work: the profile's own days first, then those of the operator's calendar file, then
/// the national holidays of Japan (CASE-9).
/// </summary>
public sealed class HolidayCalendar
{
    private readonly Dictionary<DateOnly, bool> special = [];

    /// <exception cref="FormatException">The file has a line that says no day; the message names it.</exception>
    public HolidayCalendar(IOptions<HolidayOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Value.File is not { Length: > 0 } file)
        {
            return;
        }

        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is not { Length: > 0 } words)
            {
                continue;
            }

            if (!DateOnly.TryParseExact(words[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || words.ElementAtOrDefault(1) is not ("free" or "working"))
            {
                throw new FormatException($"{file}, line {number}: expected \"2027-05-06 free\" or \"2027-05-06 working\".");
            }

            special[day] = words[1] == "free";
        }
    }

    /// <summary>For moments in UTC.</summary>
    /// <param name="desk">Null for round the clock.</param>
    /// <param name="zone">Where it stands.</param>
    public WorkingCalendar Of(DeskProfile? desk, NamedZone zone) => desk?.Span() is { } span
        ? new WorkingCalendar(Enum.GetValues<DayOfWeek>().ToDictionary(day => day, _ => span), day => IsFree(desk, day),
            new WallClock(moment => zone.DayOf(new DateTimeOffset(moment, TimeSpan.Zero)), (day, time) => zone.On(day, time).UtcDateTime))
        : WorkingCalendar.Always;

    private bool IsFree(DeskProfile desk, DateOnly day)
    {
        if (desk.FreeDays?.Contains(day) == true || desk.WorkingDays?.Contains(day) == true)
        {
            return desk.FreeDays?.Contains(day) == true;
        }

        return special.TryGetValue(day, out var free) ? free
            : !desk.Days.Contains(day.DayOfWeek) || (desk.Holidays && JapaneseHolidays.Contain(day));
    }
}
