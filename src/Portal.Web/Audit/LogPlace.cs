using System.Globalization;

namespace Portal.Web.Audit;

/// <summary>A place in a log, which new rows do not move: time, then id.</summary>
public sealed record LogPlace(DateTimeOffset At, Guid Id)
{
    public static LogPlace? Parse(string? text) =>
        text?.Split('-', 2) is [var ticks, var id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTimeOffset.MaxValue.Ticks
        && Guid.TryParseExact(id, "N", out var guid)
            ? new LogPlace(new DateTimeOffset(at, TimeSpan.Zero), guid)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.UtcTicks}-{Id:N}");
}

/// <summary>Where a page of a log begins, and in which direction it is read.</summary>
/// <param name="Place">Null is the newest end.</param>
/// <param name="Backwards">Towards newer rows.</param>
public sealed record LogStart(LogPlace? Place, bool Backwards)
{
    public static LogStart Of(string? after, string? before) =>
        LogPlace.Parse(before) is { } place ? new LogStart(place, true) : new LogStart(LogPlace.Parse(after), false);
}

/// <summary>A page of a log, newest first.</summary>
/// <param name="Newer">Where newer rows begin; null at the newest.</param>
/// <param name="Older">Where older rows begin; null at the oldest.</param>
public sealed record LogPart<T>(IReadOnlyList<T> Rows, LogPlace? Newer, LogPlace? Older);

public static class LogParts
{
    public const int Size = 50;

    /// <summary>How many rows tell whether there are more than a page.</summary>
    public const int Enough = Size + 1;

    /// <param name="rows">Up to <see cref="Enough"/> rows in the order of reading.</param>
    public static LogPart<T> Of<T>(IReadOnlyList<T> rows, LogStart start, Func<T, LogPlace> place)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(place);
        if (rows.Count == 0)
        {
            return new LogPart<T>([], null, null);
        }

        var more = rows.Count > Size;
        T[] shown = start.Backwards ? [.. rows.Take(Size).Reverse()] : [.. rows.Take(Size)];
        return new LogPart<T>(
            shown,
            (start.Backwards ? more : start.Place is not null) ? place(shown[0]) : null,
            start.Backwards || more ? place(shown[^1]) : null);
    }
}
