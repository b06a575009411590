namespace Portal.Web.Data.Keysets;

/// <summary>A part of a log, in the order of the list.</summary>
/// <param name="Newer">What leads back: the place of the first row; null at the beginning.</param>
/// <param name="Older">What leads on: the place of the last row; null at the end.</param>
public sealed record KeysetPart<T>(IReadOnlyList<T> Rows, KeysetPlace? Newer, KeysetPlace? Older);

public static class KeysetParts
{
    public const int Size = 50;

    /// <summary>How many rows tell whether there are more than a part.</summary>
    public const int Enough = Size + 1;

    /// <param name="rows">Up to <see cref="Enough"/> rows in the order of reading.</param>
    public static KeysetPart<T> Of<T>(IReadOnlyList<T> rows, KeysetStart start, Func<T, KeysetPlace> place)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(place);
        if (rows.Count == 0)
        {
            return new KeysetPart<T>([], null, null);
        }

        var more = rows.Count > Size;
        T[] shown = start.Backwards ? [.. rows.Take(Size).Reverse()] : [.. rows.Take(Size)];
        return new KeysetPart<T>(
            shown,
            (start.Backwards ? more : start.Place is not null) ? place(shown[0]) : null,
            start.Backwards || more ? place(shown[^1]) : null);
    }
}
