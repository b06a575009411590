using Portal.Rules.Text;

namespace Portal.Web.Tenancy.Times;

/// <summary>A zone by its IANA name, in which moments are read and days begin; an unknown one reads as UTC.</summary>
public sealed record NamedZone
{
    // From this day on no zone makes the beginning of a day underflow.
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private readonly TimeZoneInfo info;

    private NamedZone(TimeZoneInfo info, string name) => (this.info, Name) = (info, name);

    public string Name { get; }

    /// <param name="name">IANA identifier; null is Japan.</param>
    public static NamedZone Of(string? name) => TimeZoneInfo.TryFindSystemTimeZoneById(name ?? ZoneLabel.Japan, out var found)
        ? new(found, name ?? ZoneLabel.Japan)
        : new(TimeZoneInfo.Utc, "UTC");

    public static bool Exists(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);

    public DateTimeOffset At(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, info);

    public DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(At(moment).DateTime);

    /// <summary>The moment at which a day begins here, in UTC.</summary>
    public DateTimeOffset StartOf(DateOnly day) => On(day, TimeSpan.Zero);

    /// <summary>A moment of a day by the clock on the wall, in UTC.</summary>
    public DateTimeOffset On(DateOnly day, TimeSpan sinceMidnight)
    {
        var local = (day < Earliest ? Earliest : day).ToDateTime(TimeOnly.MinValue) + sinceMidnight;

        // Where clocks go forward at midnight, the day begins an hour later.
        var first = info.IsInvalidTime(local) ? local.AddHours(1) : local;

        // Where they go back, the hour comes twice, and the day begins with the first of the two.
        var offset = info.IsAmbiguousTime(first) ? info.GetAmbiguousTimeOffsets(first).Max() : info.GetUtcOffset(first);
        return new DateTimeOffset(first, offset).ToUniversalTime();
    }

    /// <summary>In brackets, to be put right after a moment or a heading.</summary>
    public string Label(bool japanese) => ZoneLabel.Of(Name, japanese);
}
