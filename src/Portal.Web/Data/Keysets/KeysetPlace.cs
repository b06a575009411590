using System.Globalization;

namespace Portal.Web.Data.Keysets;

/// <summary>A place in a log, which new rows do not move: time, then id.</summary>
public sealed record KeysetPlace(DateTimeOffset At, Guid Id)
{
    public static KeysetPlace? Parse(string? text) =>
        text?.Split('-', 2) is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var guid)
            ? new KeysetPlace(new DateTimeOffset(at, TimeSpan.Zero), guid)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}-{Id:N}");
}

/// <summary>Where a part of a log begins, and in which direction it is read.</summary>
/// <param name="Place">Null is the end where reading begins.</param>
/// <param name="Backwards">Against the order of the list.</param>
public sealed record KeysetStart(KeysetPlace? Place, bool Backwards)
{
    /// <param name="after">Further than this place, as it stands in an address.</param>
    /// <param name="before">Back from this place.</param>
    public static KeysetStart Of(string? after, string? before) =>
        KeysetPlace.Parse(before) is { } place ? new KeysetStart(place, true) : new KeysetStart(KeysetPlace.Parse(after), false);
}
